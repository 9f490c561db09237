import { createHash } from 'node:crypto';
import { deepFreeze } from '../../wire/exchange/deep-freeze.ts';
import type { Exchange, Session, SessionMeta } from '../../wire/exchange/exchange.ts';
import type { ShardNote } from '../../wire/exchange/session-notes.ts';
import { scenariosIn } from '../../engine/verdict/shard-gaps.ts';
import { ways } from '../../engine/evidence/way.ts';

/** One shard, and what a person calls it, such as its folder. */
export interface NamedShard {
  readonly name: string;
  readonly session: Session;
}

/** Shards that are not of one run. The message names them and what differs. */
export class UnmatchedShards extends Error {
  override readonly name = 'UnmatchedShards';
}

interface OneShard {
  readonly name: string;
  readonly meta: SessionMeta & { readonly shard: ShardNote };
  readonly exchanges: readonly Exchange[];
}

/** The joined session, and what was left out of it because an earlier shard has it, too. */
export interface JoinedShards {
  readonly session: Session;
  /** By the name of the shard: the indices of its exchanges that the session does not hold. */
  readonly repeated: ReadonlyMap<string, ReadonlySet<number>>;
}

/** What all shards of one run have in common. */
const common = [
  'target',
  'profile',
  'seed',
  'effects',
  'filters',
  'selected',
  'capabilities',
  'deviceTrust',
  'ways',
  'rate',
] as const satisfies readonly (keyof SessionMeta)[];

/**
 * Joins the sessions of shards to that of their run, in plan order. Each shard finds out by the first messages what the server takes; of what
 * several of them sent for that, the first shard counts. A shard that is missing is noted in the session, which can then not be conformant.
 * Throws `UnmatchedShards`.
 */
export function joinShards(given: readonly NamedShard[]): JoinedShards {
  const shards = given.map(asShard).sort((one, other) => one.meta.shard.number - other.meta.shard.number);
  const [first, ...others] = shards;
  if (!first) throw new UnmatchedShards('no shard is named');
  for (const other of others) refuseOther(first, other);
  for (const [index, shard] of others.entries()) refuseSame(shards[index] ?? first, shard);

  const seen = new Set<string>();
  const repeated = new Map<string, ReadonlySet<number>>();
  const kept = shards.flatMap((shard) => {
    const isKnown = ({ label }: Exchange): boolean => seen.has(flowOf(label));
    const own = shard.exchanges.filter((exchange) => !isKnown(exchange));
    repeated.set(shard.name, new Set(shard.exchanges.filter(isKnown).map(({ index }) => index)));
    for (const { label } of own) seen.add(flowOf(label));
    return own.map((exchange) => connectedIn(shard.meta.shard.number, exchange));
  });
  const plan = shards
    .map(({ meta }) => meta.shard.plan)
    .reduce((one, other) => (other.length > one.length ? other : one));
  const place = placeIn(scenariosIn(plan));
  const exchanges = kept
    .map((exchange, index) => ({ exchange, index }))
    .sort((one, other) => place(one.exchange) - place(other.exchange) || one.index - other.index)
    .map(({ exchange }, index) => ({ ...exchange, index }));
  return { session: deepFreeze({ meta: metaOf(shards, plan), exchanges }), repeated };
}

function asShard({ name, session: { meta, exchanges } }: NamedShard): OneShard {
  if (meta?.shard) return { name, meta: { ...meta, shard: meta.shard }, exchanges };
  throw new UnmatchedShards(
    meta?.shards
      ? `${name} was joined already; name the folders of its shards`
      : `${name} is no shard; name folders that "run --shard" wrote`,
  );
}

function refuseOther(one: OneShard, other: OneShard): void {
  const sides = `${one.name} and ${other.name} are not of one run`;
  if (one.meta.shard.of !== other.meta.shard.of)
    throw new UnmatchedShards(`${sides}: one is of ${one.meta.shard.of} shards, the other of ${other.meta.shard.of}`);
  const member = common.find((name) => JSON.stringify(one.meta[name]) !== JSON.stringify(other.meta[name]));
  if (member !== undefined)
    throw new UnmatchedShards(`${sides}: their ${member} differs (${shown(one, member)}, ${shown(other, member)})`);
}

/** Both come in order. */
function refuseSame(one: OneShard, other: OneShard): void {
  if (one.meta.shard.number !== other.meta.shard.number) return;
  const { number, of } = one.meta.shard;
  throw new UnmatchedShards(`${one.name} and ${other.name} are both shard ${number} of ${of}; leave one out`);
}

function shown({ meta }: OneShard, member: (typeof common)[number]): string {
  const text = meta[member] === undefined ? 'none' : JSON.stringify(meta[member]);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function flowOf(label: Exchange['label']): string {
  return JSON.stringify([label?.scenario, label?.flow]);
}

/** Names of connections are counted in each shard. */
function connectedIn(number: number, exchange: Exchange): Exchange {
  const { connection } = exchange;
  return connection === undefined ? exchange : { ...exchange, connection: `${number}-${connection}` };
}

/** The place of an exchange in the plan: a scenario comes first as the client of the run has it, then in the further ways. */
function placeIn(plan: readonly string[]): (exchange: Exchange) => number {
  return ({ label }) => {
    const scenario = plan.indexOf(label?.scenario ?? '');
    const way = ways.findIndex((one) => label?.way === one);
    return scenario * (ways.length + 1) + way + 1;
  };
}

function metaOf(shards: readonly OneShard[], plan: readonly string[]): SessionMeta {
  const metas = shards.map(({ meta }) => meta);
  const [{ shard, ...first }] = metas as [OneShard['meta'], ...OneShard['meta'][]];
  const starts = metas.map(({ startedAt }) => Date.parse(startedAt));
  const start = Math.min(...starts);
  const end = Math.max(...metas.map(({ durationMs }, index) => (starts[index] ?? start) + durationMs));
  const limits = metas.flatMap(({ timeLimit }) => timeLimit ?? []);
  const substitutes = [...new Set(metas.flatMap((meta) => meta.substitutes ?? []))];
  const secretNotes = [...new Set(metas.flatMap((meta) => meta.secretNotes ?? []))];
  const problem = metas.find(({ signInProblem }) => signInProblem !== undefined)?.signInProblem;
  return {
    ...first,
    startedAt: new Date(start).toISOString(),
    durationMs: end - start,
    runId: createHash('sha256')
      .update(metas.map(({ runId }) => runId).join(' '))
      .digest('hex')
      .slice(0, 8),
    scenarios: scenariosIn(plan),
    ...(first.states ? { states: statesOf(metas) } : {}),
    ...(substitutes.length === 0 ? {} : { substitutes }),
    ...(secretNotes.length === 0 ? {} : { secretNotes }),
    ...(problem === undefined ? {} : { signInProblem: problem }),
    ...(limits.length === 0 ? {} : { timeLimit: Math.max(...limits) }),
    shards: {
      of: shard.of,
      joined: metas.map((meta) => meta.shard.number),
      differences: shards.flatMap(({ meta }) => planDifference(meta.shard, plan)),
    },
  };
}

/** A state that one shard could not bring about has its problem in the joined session. */
function statesOf(metas: readonly SessionMeta[]): NonNullable<SessionMeta['states']> {
  const notes = metas.flatMap(({ states = [] }) => states);
  return [...new Set(notes.map(({ state }) => state))].flatMap((name) => {
    const ofState = notes.filter(({ state }) => state === name);
    return ofState.find(({ problem }) => problem !== undefined) ?? ofState[0] ?? [];
  });
}

function planDifference({ number, plan }: ShardNote, whole: readonly string[]): string[] {
  const missing = whole.filter((id) => !plan.includes(id));
  if (missing.length === 0) return [];
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  return [`shard ${number} saw no reason to drive ${missing.slice(0, 3).join(', ')}${more}, as another one did`];
}
