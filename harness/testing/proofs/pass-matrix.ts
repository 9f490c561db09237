import { digest } from './digest.ts';
import type { ListedServer } from './listed-server.ts';
import type { Outcomes } from './outcomes.ts';
import { passProof } from './pass-proof.ts';
import type { PassProof } from './pass-proof.ts';
import type { ProofCache } from './proof-cache.ts';
import type { LawfulTrial, ListedCheck } from './prover.ts';
import type { DigestOf } from './source-digests.ts';

/** What the proofs of the pass matrix are made with. */
export interface PassWorkshop {
  readonly prover: { judgeLawful(trial: Omit<LawfulTrial, 'folder'>): Promise<Outcomes> };
  readonly cache: ProofCache;
  readonly digestOf: DigestOf;
  /** Every check, in the order of the registry. */
  readonly checks: readonly ListedCheck[];
}

/** Judges one lawful server; `isKept`: everything that it took was known from before. */
export type ProvePass = (server: ListedServer) => Promise<PassProof & { readonly isKept: boolean }>;

/**
 * Drives a lawful server and judges it by all checks. A session is driven again only if something changed that makes it, and judged
 * again only by the checks that changed. With `only`, no other check judges again what it has judged before, and problems
 * are those of this check.
 */
export function createPassProofs(workshop: PassWorkshop, only?: ListedCheck): ProvePass {
  const judge = createJudge(workshop, only?.id);
  const references = new Map<string, ReturnType<typeof judge>>();
  return async (server) => {
    const { scenarios, auth } = server;
    const drives = [auth, ...scenarios].join();
    const asked = references.get(drives) ?? judge({ ...referenceServer, ...(auth ? { auth } : {}) }, scenarios);
    references.set(drives, asked);
    const [own, reference] = await Promise.all([judge(server, scenarios), asked]);
    const proofBy = (checks: readonly ListedCheck[]): PassProof =>
      passProof(server, own.value, reference.value, checks);
    const { row, problems } = proofBy(workshop.checks);
    return { row, problems: only ? proofBy([only]).problems : problems, isKept: own.isKept };
  };
}

const referenceServer = { group: 'reference', name: 'is the reference server' };

interface Answer {
  readonly value: Outcomes;
  readonly isKept: boolean;
}

/** The outcomes on a session, and the digest of the digests of the checks that gave them. */
interface Known {
  readonly outcomes: Outcomes;
  readonly by: string;
}

type Judge = (server: Pick<ListedServer, 'group' | 'name' | 'auth'>, scenarios: readonly string[]) => Promise<Answer>;

function createJudge({ prover, cache, digestOf, checks }: PassWorkshop, only: string | undefined): Judge {
  const ids = checks.map(({ id }) => id);
  const digests: Readonly<Record<string, string>> = Object.fromEntries(
    ids.map((id) => [id, digestOf(`suites/${id}.ts`, 'harness/testing/proofs/outcomes.ts')]),
  );
  const by = digest(digests);
  cache.write('digests', by, JSON.stringify(digests));
  return async ({ group, name, auth }, scenarios) => {
    const wants = auth ? { auth } : {};
    const made = group === referenceServer.group ? [] : [`harness/testing/lawful-servers/${group}.ts`];
    const key = digest([digestOf('harness/testing/proofs/lawful-session.ts', ...made), group, name, scenarios, wants]);
    const known = parse(cache.read('judgements', key)) as Known | undefined;
    const before = known && (parse(cache.read('digests', known.by)) as Readonly<Record<string, string>> | undefined);
    const isStale = (id: string): boolean => before?.[id] !== digests[id];
    const isAsked = (id: string): boolean => only === undefined || id === only || known?.outcomes[id] === undefined;
    const stale = ids.filter((id) => isStale(id) && isAsked(id));
    const fresh =
      stale.length > 0 ? await prover.judgeLawful({ group, name, ...wants, scenarios, checks: stale, key }) : {};
    const all: Outcomes = { ...known?.outcomes, ...fresh };
    const outcomes = Object.fromEntries(ids.flatMap((id) => (all[id] ? [[id, all[id]]] : [])));
    const isWholeFresh = ids.every((id) => !isStale(id) || stale.includes(id));
    if (isWholeFresh && known?.by !== by) cache.write('judgements', key, JSON.stringify({ outcomes, by }));
    return { value: outcomes, isKept: stale.length === 0 };
  };
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
