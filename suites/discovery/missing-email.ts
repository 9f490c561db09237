import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** The domain of the address decides which services a device gets. */
export const missingEmail = defineRefusal({
  id: 'discovery/missing-email',
  title: 'Discover without an EmailAddress is refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['DISC-24'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such request; the server does not look at the user' },
  remedy: 'Refuse a Discover whose EmailAddress is missing or empty with a SOAP fault (MessageFormat).',
  kinds: ['discover'],
  deviation: 'email-missing',
  due: [],
});
