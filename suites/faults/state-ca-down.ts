import { defineStateRefusal } from './shared/state-refusal.ts';

/** A device reads only faults; for a page, it shows an HTTP status to the user. */
export const stateCaDown = defineStateRefusal({
  id: 'faults/state-ca-down',
  title: 'A request that the certification authority cannot serve is answered with a SOAP fault',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-34'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the certificate is worth that came without the certification authority' },
  remedy: 'Answer with a SOAP fault where the certification authority fails or does not answer in time.',
  state: 'state-ca-down',
  due: [],
  user: 'ca-down@contoso.example',
});
