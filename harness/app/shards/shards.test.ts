import { describe, expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { inProcessTransport } from '../../reference-server/mount/in-process.ts';
import { secretNumbers } from '../../wire/redaction/secret-ledger.ts';
import type { Session, Transport } from '../../wire/exchange/exchange.ts';
import { checks } from '../../../suites/index.ts';
import { scenariosInAllWays } from '../../../suites/ways.ts';
import { secretUniqueness } from '../../../suites/provisioning/secret-uniqueness.ts';
import { contentType } from '../../../suites/transport/content-type.ts';
import { assess } from '../assess.ts';
import { recordSession } from '../record-session.ts';
import { occasionOf } from '../stored-session.ts';
import { judgeJoined } from './judge-joined.ts';
import { joinShards, UnmatchedShards, type NamedShard } from './join-shards.ts';

const origin = 'https://mdm.example';
const user = { email: 'user@mdm.example', password: 'correct horse' };
const secretNumber = secretNumbers('a key of sixteen letters');

/** Discovery, both ways to enroll, sessions and renewal: what several shards of a run have in common, and what they have not. */
const scenarios = scenariosInAllWays.filter(({ id, way }) =>
  way === undefined
    ? [
        'windows-enrollment',
        'offered-ways',
        'modern-enrollment',
        'policies-only',
        'discover-versions',
        'kept-connection',
        'first-session',
        'renewal',
        'shared-hardware-id',
        'message-id-echo',
      ].includes(id)
    : way === 'on-premise' && ['windows-enrollment', 'policies-only', 'renewal'].includes(id),
);

interface Recorded {
  readonly departures?: readonly Departure[];
  readonly between?: (transport: Transport, number: number) => Transport;
  readonly seed?: string;
}

function serverWith({ departures = [] }: Recorded): Transport {
  const server = createReferenceServer({
    origin,
    now: () => new Date(),
    seed: 'shards',
    users: [user],
    keys: poolAuthorityKeys(),
    auth: ['federated', 'on-premise'],
    departures,
  });
  return inProcessTransport(server);
}

async function record(transport: Transport, number: number, of: number, seed: string): Promise<Session> {
  const { session } = await recordSession({
    target: { url: `${origin}/EnrollmentServer/Discovery.svc`, ...user },
    transport,
    keys: 'pool',
    seed,
    scenarios,
    effects: ['read', 'enroll', 'renew'],
    ...(of === 1 ? {} : { shard: { number, of, secretNumber } }),
  });
  return session;
}

/** All shards of a run at one server. */
async function shardsAt(of: number, recorded: Recorded = {}): Promise<readonly NamedShard[]> {
  const { between = (transport: Transport) => transport, seed = 'one' } = recorded;
  const transport = serverWith(recorded);
  const shards: NamedShard[] = [];
  for (let number = 1; number <= of; number += 1)
    shards.push({ name: `shard-${number}`, session: await record(between(transport, number), number, of, seed) });
  return shards;
}

const judge = (session: Session) => assess(session, checks, occasionOf(session, 'live', ''));

/** What does not depend on when the run took place, or on how its secrets are numbered. */
function told({ check, outcome, reason, findings, exchanges }: Judgement): unknown {
  const plain = (text = '') => text.replace(/redacted-([a-z]+)-\d+/g, 'redacted-$1').replace(/[0-9a-f]{8,}/g, '…');
  return [
    check,
    outcome,
    plain(reason),
    findings.map(({ message, exchange }) => [plain(message), exchange]),
    exchanges,
  ];
}

describe('the shards of a run, joined', () => {
  const secrets = departuresOf(secretUniqueness.counterexamples[0]);
  const types = departuresOf(contentType.counterexamples[0]);
  test.each([
    ['at a correct server', []],
    ['at one that gives all devices one secret', secrets],
    ['at one with a wrong media type', types],
  ] as const)('%s, are judged as one run', async (_, departures) => {
    const whole = await record(serverWith({ departures }), 1, 1, 'one');
    const { session, results } = judgeJoined((await shardsAt(3, { departures })).toReversed(), checks);
    expect(session.exchanges.map(({ label }) => [label?.scenario, label?.flow, label?.step])).toEqual(
      whole.exchanges.map(({ label }) => [label?.scenario, label?.flow, label?.step]),
    );
    const alone = judge(whole);
    expect(results.judgements.map(told)).toEqual(alone.judgements.map(told));
    expect([results.verdict, results.exitCode, results.because]).toEqual([
      alone.verdict,
      alone.exitCode,
      alone.because,
    ]);
    expect(judge(session).judgements).toEqual(results.judgements);
  });

  test('give one secret one placeholder, though each of them met it by itself', async () => {
    const [one, other] = await shardsAt(2, { departures: secrets });
    const secretsOf = (session?: Session) =>
      new Set(session?.exchanges.flatMap((exchange) => exchange.secrets.map(({ placeholder }) => placeholder)));
    const shared = [...secretsOf(one?.session)].filter((name) => secretsOf(other?.session).has(name));
    expect(shared.some((name) => name.startsWith('redacted-password-'))).toBe(true);
    expect(shared.some((name) => name.startsWith('redacted-secret-'))).toBe(true);
    expect(shared.filter((name) => name.startsWith('redacted-nonce-'))).toEqual([]);
  });

  test('are incomplete without one of them, and say which', async () => {
    const shards = await shardsAt(3);
    const { session, results } = judgeJoined(
      shards.filter((_, index) => index !== 1),
      checks,
    );
    expect(results.because).toMatch(/^shard 2 of 3 is missing/);
    expect([results.verdict, results.exitCode]).toEqual(['incomplete', 3]);
    expect(results.missingParts).toContain('shard 2 of 3 is missing');
    expect(judge(session).because).toBe(results.because);
    const [first] = shards;
    const alone = first && judge(first.session);
    expect(alone?.because).toMatch(/^this is shard 1 of 3, which drove \d+ of 10 scenarios; "merge" joins all shards/);
    expect([alone?.verdict, alone?.exitCode]).toEqual(['incomplete', 3]);
  });

  test('are incomplete where one met another server at its beginning', async () => {
    const wrong = serverWith({ departures: types });
    const shards = await shardsAt(2, { between: (transport, number) => (number === 2 ? wrong : transport) });
    const { session, results } = judgeJoined(shards, [contentType]);
    const own = results.judgements[0]?.outcome;
    expect(own).toBe('failed');
    const atBeginning = shards.map(({ name, session: shard }) => ({
      name,
      session: {
        ...shard,
        exchanges: shard.exchanges.filter(({ label }) => name === 'shard-1' || isFirst(label?.scenario)),
      },
    }));
    const opened = judgeJoined(atBeginning, [contentType]);
    expect(opened.results.judgements[0]?.outcome).toBe('passed');
    expect(opened.results.because).toContain(
      'transport/content-type failed at the beginning of shard 2, and not in the joined session',
    );
    expect(opened.results.verdict).toBe('incomplete');
    expect(session.meta?.shards?.differences).toEqual([]);
  });

  test('are incomplete where one did not reach the server, or drove fewer ways', async () => {
    const down: Transport = () => Promise.resolve({ kind: 'broken', reason: 'refused', message: 'Nobody listens.' });
    const lost = judgeJoined(
      await shardsAt(2, { between: (transport, number) => (number === 2 ? down : transport) }),
      [],
    );
    expect(lost.results.because).toContain('shard 2 says little: the target did not answer: Nobody listens');
    expect(lost.results.verdict).toBe('incomplete');
    const [one, two] = await shardsAt(2);
    if (!one?.session.meta?.shard || !two) throw new Error('two shards were recorded');
    const { shard } = one.session.meta;
    const wider = { ...one.session.meta, shard: { ...shard, plan: [...shard.plan, 'renewal (federated)'] } };
    const { meta } = joinShards([{ ...one, session: { ...one.session, meta: wider } }, two]).session;
    expect(meta?.shards?.differences).toEqual([
      'shard 2 saw no reason to drive renewal (federated), as another one did',
    ]);
    expect(meta?.scenarios).toEqual(two.session.meta?.shard?.plan.filter((name) => !name.includes('(')));
  });

  function isFirst(scenario: string | undefined): boolean {
    return scenario === 'windows-enrollment' || scenario === 'offered-ways';
  }
});

describe('what is not of one run is refused', () => {
  const joining = (shards: readonly (NamedShard | undefined)[]) => () =>
    joinShards(shards.filter((shard) => shard !== undefined));

  test('another seed, another number of shards, one shard twice, a whole run, a joined one', async () => {
    const [one, two] = await shardsAt(2);
    const [otherSeed] = await shardsAt(2, { seed: 'two' });
    const [ofThree] = await shardsAt(3);
    const whole = { name: 'whole', session: await record(serverWith({}), 1, 1, 'one') };
    const joined = { name: 'joined', session: joinShards([one, two].filter((shard) => shard !== undefined)).session };
    expect(joining([two, otherSeed && { ...otherSeed, name: 'other' }])).toThrow(
      new UnmatchedShards('other and shard-2 are not of one run: their seed differs ("two", "one")'),
    );
    expect(joining([two, ofThree && { ...ofThree, name: 'other' }])).toThrow(
      'are not of one run: one is of 3 shards, the other of 2',
    );
    expect(joining([one, one && { ...one, name: 'again' }])).toThrow(
      'shard-1 and again are both shard 1 of 2; leave one out',
    );
    expect(joining([one, whole])).toThrow('whole is no shard; name folders that "run --shard" wrote');
    expect(joining([joined])).toThrow('joined was joined already; name the folders of its shards');
    expect(joining([])).toThrow('no shard is named');
  });
});
