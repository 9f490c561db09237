import { isOfAgent } from '../evidence/agent-enrollment.ts';
import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { offeredWaysIn } from '../evidence/offered-ways.ts';
import type { OfferedWays } from '../evidence/offered-ways.ts';
import { ways } from '../evidence/way.ts';
import type { Way } from '../evidence/way.ts';
import type { Judgement, Verdict, WayResult } from './results.ts';

/** What a credential says of the way in; a certificate also signs renewals. */
const wayOfCredential: Readonly<Record<string, Way>> = {
  'username-token': 'on-premise',
  'user-token': 'federated',
  jwt: 'entra',
  certificate: 'certificate',
};

/** The messages that only somebody with a credential sends. */
const authenticated: readonly string[] = ['get-policies', 'issue'];

/** The verdict on each way in, beside that on the whole. A recording has the ways that it shows. */
export function wayResultsOf(dossier: Dossier, judgements: readonly Judgement[]): readonly WayResult[] {
  const { evidence, thirdParty, session } = dossier;
  const known = offeredWaysIn(evidence);
  const wayOf = (item: Evidence): Way | undefined => wayOfItem(item, known.chosen, thirdParty);
  return ways.flatMap((way): WayResult[] => {
    const members = evidence.filter((item) => wayOf(item) === way);
    if (members.some(({ kind }) => authenticated.includes(kind))) return [judged(way, members, judgements)];
    const reason = thirdParty ? undefined : whyNot(way, known, session.meta);
    return reason === undefined ? [] : [{ way, ...reason, exchanges: [], failed: [] }];
  });
}

function wayOfItem({ exchange, kind, facts }: Evidence, chosen: Way | undefined, thirdParty: boolean): Way | undefined {
  if (isOfAgent(exchange)) return undefined;
  if (!thirdParty) return ways.find((way) => way === exchange.label?.way) ?? chosen;
  return authenticated.includes(kind) ? wayOfCredential[facts.credential ?? ''] : undefined;
}

function judged(way: Way, members: readonly Evidence[], judgements: readonly Judgement[]): WayResult {
  const exchanges = members.map(({ exchange }) => exchange.index);
  const own = new Set(exchanges);
  const failed = judgements
    .filter(({ outcome, findings }) => outcome === 'failed' && findings.some(({ exchange }) => own.has(exchange)))
    .map(({ check, level }) => ({ check, level }));
  const musts = failed.filter(({ level }) => level === 'MUST').length;
  const enrolled = members.some(({ kind, state }) => kind === 'issue' && state === 'success');
  const open = judgements.filter(
    ({ outcome, level, exchanges: seen }) =>
      outcome === 'inconclusive' && level === 'MUST' && seen.some((index) => own.has(index)),
  ).length;
  const [verdict, because] = conclusion(musts, enrolled, open);
  return { way, state: 'judged', verdict, because, exchanges, failed };
}

function conclusion(musts: number, enrolled: boolean, open: number): readonly [Verdict, string] {
  if (musts > 0) return ['nonconformant', `${musts} MUST failed`];
  if (!enrolled) return ['incomplete', 'no device got a certificate'];
  if (open > 0) return ['incomplete', `${open} MUST could not be judged`];
  return ['conformant', 'every MUST that was judged there passed'];
}

/** Why a run did not go this way. */
function whyNot(
  way: Way,
  { chosen, offered, asked }: OfferedWays,
  meta: Dossier['session']['meta'],
): Pick<WayResult, 'state' | 'because'> | undefined {
  if (chosen === way || offered.has(way)) {
    const problem = way === 'federated' ? meta?.signInProblem : undefined;
    const lacks = meta?.ways?.includes(way) === true ? 'no device came so far' : 'the target gives no means for it';
    return { state: 'not-driven', because: `the server offers it, but ${problem ?? lacks}` };
  }
  if (asked.has(way))
    return { state: 'not-offered', because: 'the server does not choose it where it is all that a device has' };
  return way === 'entra' ? { state: 'not-driven', because: 'the target file has no "entra"' } : undefined;
}
