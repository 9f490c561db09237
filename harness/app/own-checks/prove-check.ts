import { departuresOf } from '../../engine/rule/counterexample.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { allEffects } from '../../device/run/plan.ts';
import type { Judgement, Outcome } from '../../engine/verdict/results.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { toFetchHandler } from '../../reference-server/mount/fetch-handler.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { preparedStates, preparedUsers } from '../../reference-server/services/prepared-users.ts';
import { fetchTransport } from '../../wire/transport/fetch-transport.ts';
import type { RequestHandler } from '../../wire/transport/fetch-transport.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { scenariosInAllWays } from '../../../suites/ways.ts';
import { reasonOf } from '../../../reports/text/wording.ts';
import { assess } from '../assess.ts';
import { recordSession } from '../record-session.ts';
import { occasionOf } from '../stored-session.ts';
import type { StoredSession } from '../stored-session.ts';
import type { CheckModule, OwnModule } from './own-module.ts';
import { readModule } from './read-module.ts';
import { neededWith } from './with-modules.ts';

/** What one server is, and what the check has to say of it. */
export interface ProofCase {
  /** What the reference server does wrong. Default: nothing. */
  readonly departures?: Departure | readonly Departure[];
  /** A server in this process in place of the reference server, at `https://mdm.example`. */
  readonly fetch?: RequestHandler;
  /** A recording in place of a server. */
  readonly recorded?: StoredSession | Session;
  readonly outcome: Outcome;
  /** The message of the first finding, or why it is not judged: the text, or an expression that it matches. Default: any. */
  readonly says?: string | RegExp;
}

/** What proves a check. */
export interface Proof {
  /** The outcome on the reference server as it is. Default: `passed`. */
  readonly clean?: Outcome;
  /** The message of the first finding on each counterexample of the check, in its order. */
  readonly fails: readonly (string | RegExp)[];
  /** Further servers by a name, such as those that meet the rule in another way. */
  readonly also?: Readonly<Record<string, ProofCase>>;
}

/** A check is not what its proof says; the message has a line for each difference. */
export class UnprovenCheck extends Error {
  override readonly name = 'UnprovenCheck';
}

const origin = 'https://mdm.example';
const user = { email: 'user@mdm.example', password: 'correct horse battery staple' };
const certificateHeader = 'x-client-cert';

/**
 * Proves a check of a module, under any test runner or none: it fails on each of its counterexamples with these messages, passes on some server at
 * least, and says of the others what their cases say. Simulated devices enroll for it in this process; nothing leaves it.
 * @throws {UnprovenCheck} with all that differs.
 * @throws {UnusableModule} for a module that cannot be used.
 */
export async function proveCheck(module: OwnModule, id: string, proof: Proof): Promise<void> {
  const read = readModule(module, { name: module.prefix ?? 'the module' });
  const check = read.checks.find((one) => one.id === id);
  if (!check)
    throw new UnprovenCheck(
      `${id}: the module has no such check; it has ${read.checks.map((one) => one.id).join(', ')}`,
    );
  const narrowed = { ...read, checks: [check] };
  const { counterexamples } = check;
  if (proof.fails.length !== counterexamples.length)
    throw new UnprovenCheck(
      `${id}: "fails" has ${proof.fails.length} messages, and the check has ${counterexamples.length} counterexamples`,
    );
  const cases: readonly (readonly [name: string, ProofCase])[] = [
    ['the reference server', { outcome: proof.clean ?? 'passed' }],
    ...counterexamples.map((one, index) => {
      const says = proof.fails[index];
      return [
        one.name,
        { departures: departuresOf(one), outcome: 'failed', ...(says === undefined ? {} : { says }) },
      ] as const;
    }),
    ...Object.entries(proof.also ?? {}),
  ];
  const problems: string[] = [];
  for (const [name, one] of cases)
    problems.push(...(await differences(narrowed, one)).map((what) => `on ${name}: ${what}`));
  if (!cases.some(([, { outcome }]) => outcome === 'passed'))
    problems.push(
      'no case says "passed": add a server that meets the rule to "also", since a check that never passes proves nothing',
    );
  if (problems.length > 0)
    throw new UnprovenCheck([`${id} is not proven`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
}

async function differences(module: CheckModule, { outcome, says, ...server }: ProofCase): Promise<readonly string[]> {
  let session: Session;
  try {
    session = await sessionOf(module, server);
  } catch (error) {
    return [`no session was recorded: ${String(error)}`];
  }
  const { own = [] } = assess(session, [], occasionOf(session, 'live', origin), [module]);
  const problems = own.flatMap((results) => results.problems ?? []);
  const judgement = own[0]?.judgements[0];
  if (problems.length > 0 || judgement === undefined) return problems;
  const said = saidBy(judgement);
  if (judgement.outcome !== outcome)
    return [`expected ${outcome}, got ${judgement.outcome}${said === '' ? '' : `: ${said}`}`];
  const isSaid = says === undefined || (typeof says === 'string' ? said === says : says.test(said));
  return isSaid
    ? []
    : [`expected ${says instanceof RegExp ? says.source : JSON.stringify(says)}, got ${JSON.stringify(said)}`];
}

function saidBy(judgement: Judgement): string {
  const { outcome, findings } = judgement;
  if (outcome === 'failed') return findings[0]?.message ?? '';
  return outcome === 'passed' ? '' : reasonOf(judgement);
}

type Server = Omit<ProofCase, 'outcome' | 'says'>;

async function sessionOf(module: CheckModule, { recorded, fetch, departures = [] }: Server): Promise<Session> {
  if (recorded !== undefined) return 'session' in recorded ? recorded.session : recorded;
  const { session } = await recordSession({
    target: {
      url: `${origin}/EnrollmentServer/Discovery.svc`,
      ...user,
      ...(fetch === undefined ? { states: preparedStates(user.password) } : {}),
    },
    transport: fetchTransport(fetch ?? referenceHandler([departures].flat()), { certificateHeader }),
    keys: 'pool',
    seed: 'proof',
    effects: allEffects,
    modules: [module.name],
    scenarios: neededWith({ ours: [], modules: [module] }, scenariosInAllWays),
  });
  return session;
}

function referenceHandler(departures: readonly Departure[]): RequestHandler {
  const server = createReferenceServer({
    origin,
    now: () => new Date(),
    seed: 'proof',
    users: [user, ...preparedUsers(user.password)],
    keys: poolAuthorityKeys(),
    departures,
  });
  return toFetchHandler(server, { certificateHeader });
}
