import type { Kind } from '../../engine/evidence/kind.ts';
import type { AnswerDeparture, Answering, Departure } from '../../engine/rule/counterexample.ts';
import { answer, behaves, provisioning, set } from '../../engine/rule/departures.ts';

/** Refusals of every service. */
const refusals: readonly Answering[] = ['discover fault', 'get-policies fault', 'issue fault', 'renew fault'];

/** Every refusal is an error of a web framework, in JSON. */
export const jsonErrors: readonly Departure[] = refusals.map((on) => answer(on, { as: 'json' }));

/** What a server does not see that reads no Security header. */
const unseen: readonly string[] = [
  'security-missing',
  'security-duplicate',
  'security-undecodable',
  'credential-type',
  'timestamp-expired',
];

/** Nobody looks at the credential of a request to this service. */
const anybodyAt = (on: 'get-policies fault' | 'issue fault'): readonly Departure[] => [
  ...unseen.map((deviation): Departure => ({ on, deviation, answer: { as: 'control' } })),
  { on, asked: 'nobody', answer: { as: 'control' } },
];

/** Nobody looks at any credential. */
export const withoutAuthentication: readonly Departure[] = [
  behaves({ acceptsAnyPassword: true }),
  ...anybodyAt('get-policies fault'),
  ...anybodyAt('issue fault'),
];

/** The Timestamp of a published sample, which expired in 2018. */
export const timestampOf2018: readonly Departure[] = [
  set('issue', '//u:Created', '2018-11-30T00:00:00.000Z'),
  set('issue', '//u:Expires', '2018-12-30T00:00:00.000Z'),
];

/** One ActivityId for all answers. */
export const oneActivityId = (text: string): readonly Departure[] =>
  (['discover', 'get-policies', 'issue'] as const).map((on) => set(on, '//diag:ActivityId', text));

export const withoutRenewal: Departure = provisioning.remove('//characteristic[@type="WSTEP"]');

/** The same changes of the answers to wrong requests that the server accepts; `where` says which, if not all. */
export const acceptedToo = (
  departures: readonly Departure[],
  where: Pick<AnswerDeparture, 'deviation'> = {},
): readonly Departure[] =>
  departures.flatMap((departure) => {
    if (!('on' in departure) || departure.on.endsWith(' fault') || departure.on === 'probe') return [departure];
    return [departure, { ...departure, ...where, on: `${departure.on as Kind} fault` } as const];
  });
