import { Buffer } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import { loadRenderer, renderers } from '../../../reports/index.ts';
import { manifestName, piecesOf, type FileContent, type Manifest } from '../../../reports/manifest.ts';
import { json } from '../../../reports/results/json.ts';
import { readResultsDocument, UnreadableResults } from '../../../reports/results/results.ts';
import { filesOf } from '../../../reports/renderer.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { packageVersion } from '../../package-root.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import type { CheckModule } from '../own-checks/own-module.ts';
import { readStoredSession } from '../stored-session.ts';
import { checkDigests, checkManifestFacts, manifestIn, type BundleFiles } from './check-files.ts';
import { checkSignature, type SignatureState } from './check-signature.ts';
import { firstDifference } from './first-difference.ts';
import type { Problem } from './problem.ts';
import { differingJudgements, differingMembers, rejudge } from './rejudge.ts';

/** How a folder is verified. */
export interface VerifyOptions {
  /** The public key that must have signed. */
  readonly key?: KeyObject;
  /** Judges the session again, with these roots of devices (PEM). */
  readonly rejudge?: { readonly deviceTrust: readonly string[]; readonly modules?: readonly CheckModule[] };
}

/** What became of it. */
export interface Verification {
  readonly problems: readonly Problem[];
  readonly signature: Omit<SignatureState, 'problems'>;
  /** The files whose digests were compared. */
  readonly files: number;
  /** The reports, each a file or a folder of files, that were rendered again to the same bytes. */
  readonly rendered: readonly string[];
  /** How many judgements were given again. */
  readonly rejudged?: number;
  /** Clauses for people: what could not be checked, and why. */
  readonly notes: readonly string[];
  readonly run?: { readonly id: string; readonly target: string; readonly verdict: string };
}

interface Source {
  readonly results?: Results;
  readonly isMigrated: boolean;
  readonly session?: Session;
  readonly problems: readonly Problem[];
}

/** Holds a folder of reports against its manifest, its signature, and what its results and its session give. Writes nothing. */
export async function verifyBundle(
  files: BundleFiles,
  { key, rejudge: judging }: VerifyOptions,
): Promise<Verification> {
  const { manifest, problems: unread } = manifestIn(files.get(manifestName) ?? Buffer.of());
  if (!manifest) return { problems: unread, signature: { state: 'none' }, files: 0, rendered: [], notes: [] };
  const digests = checkDigests(files, manifest);
  const source = sourceIn(files);
  const { results, session } = source;
  const isOwnVersion =
    manifest.tool.version === packageVersion && results?.tool.version === packageVersion && !source.isMigrated;
  const notes: string[] = [];
  const found: Problem[] = [...unread, ...digests, ...source.problems];
  if (results) found.push(...checkManifestFacts(manifest, results));
  else if (!manifest.files.some(({ name }) => name === 'results.json'))
    notes.push('it holds no results, so nothing was judged');
  const rendering =
    results && isOwnVersion ? await renderAgain(files, manifest, results, session) : { same: [], problems: [] };
  if (results && !isOwnVersion)
    notes.push(
      `version ${manifest.tool.version} of the tool wrote it, and this is ${packageVersion}: no report was rendered again`,
    );
  found.push(...rendering.problems);
  const isSuspect = digests.some(({ file }) => file === 'results.json' || file === 'session.har');
  let rejudged: number | undefined;
  if (results && session && isOwnVersion && (judging !== undefined || isSuspect)) {
    const { deviceTrust = [], modules = [] } = judging ?? {};
    const again = rejudge(session, results, deviceTrust, modules);
    const judgements = judgementProblems(files, results, again);
    found.push(...judgements);
    if (judging !== undefined && judgements.length === 0) rejudged = amountOf(again, modules);
    for (const { module, judgements: stored } of results.own ?? [])
      if (stored.length > 0 && !modules.some(({ name }) => name.prefix === module.prefix))
        notes.push(`the checks of ${module.name} were not judged again: name the module with --checks`);
  }
  const { problems: ofSignature, ...signature } = checkSignature(
    {
      files,
      manifest,
      ...(results && isOwnVersion && !digests.some(({ file }) => file === 'results.json') ? { results } : {}),
    },
    key,
  );
  found.push(...ofSignature);
  return {
    problems: found,
    signature,
    files: manifest.files.length,
    rendered: rendering.same,
    ...(rejudged === undefined ? {} : { rejudged }),
    notes,
    ...(results ? { run: { id: results.run.id, target: results.run.target, verdict: results.verdict } } : {}),
  };
}

/** The judgements that were given again. */
function amountOf({ judgements, own = [] }: Results, modules: readonly CheckModule[]): number {
  const given = own.filter(({ module }) => modules.some(({ name }) => name.prefix === module.prefix));
  return given.reduce((sum, module) => sum + module.judgements.length, judgements.length);
}

/** The results and the session, which must be of one run. */
function sourceIn(files: BundleFiles): Source {
  const problems: Problem[] = [];
  const changed = (file: string, error: unknown): void => {
    problems.push({
      file,
      kind: 'changed',
      says: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    });
  };
  let read: ReturnType<typeof readResultsDocument> | undefined;
  let session: Session | undefined;
  const document = files.get('results.json');
  const har = files.get('session.har');
  try {
    if (document) read = readResultsDocument(document.toString('utf8'));
  } catch (error) {
    if (!(error instanceof UnreadableResults)) throw error;
    changed('results.json', error);
  }
  try {
    if (har) session = readStoredSession(har.toString('utf8')).session;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UnreadableSession')) throw error;
    changed('session.har', error);
  }
  if (read && session && !isOfOneRun(read.results, session)) {
    problems.push({ file: 'session.har', kind: 'changed', says: 'is the session of another run than results.json' });
    session = undefined;
  }
  return {
    ...(read ? { results: read.results } : {}),
    isMigrated: read?.isMigrated ?? false,
    ...(session ? { session } : {}),
    problems,
  };
}

function isOfOneRun({ run, exchanges }: Results, session: Session): boolean {
  return (session.meta === undefined || session.meta.runId === run.id) && exchanges.length === session.exchanges.length;
}

/** Every report is a pure function of the results and the session. */
async function renderAgain(
  files: BundleFiles,
  manifest: Manifest,
  results: Results,
  session: Session = { exchanges: [] },
): Promise<{ readonly same: readonly string[]; readonly problems: readonly Problem[] }> {
  const same: string[] = [];
  const problems: Problem[] = [];
  for (const [format, { fileName }] of Object.entries(renderers)) {
    const listed = manifest.files
      .map(({ name }) => name)
      .filter((name) => name === fileName || name.startsWith(`${fileName}/`));
    if (listed.length === 0) continue;
    const rendered = new Map(
      filesOf(await loadRenderer(format), results, session).map(({ name, content }) => [name, content]),
    );
    const wrong = [...new Set([...rendered.keys(), ...listed])].flatMap((name): Problem[] => {
      const says = renderingProblem(files.get(name), rendered.get(name));
      return says === undefined ? [] : [{ file: name, kind: 'rendering', says }];
    });
    if (wrong.length === 0) same.push(fileName);
    // That a listed file is missing, its digest has told.
    problems.push(...wrong.filter(({ file }) => files.has(file) || !listed.includes(file)));
  }
  return { same, problems };
}

/** What is wrong with a file of a report; undefined if it is what the results and the session give. */
function renderingProblem(stored: Buffer | undefined, content: FileContent | undefined): string | undefined {
  if (content === undefined) return 'is no file that results.json and session.har give';
  if (stored === undefined) return 'is missing: results.json and session.har give it';
  const due = Buffer.concat([...piecesOf(content)].map((piece) => Buffer.from(piece)));
  const difference = firstDifference(stored, due);
  return difference && `is not what results.json and session.har give: ${difference}`;
}

/** How many judgements are named. */
const mostNamed = 10;

function judgementProblems(files: BundleFiles, results: Results, again: Results): readonly Problem[] {
  const stored = files.get('results.json');
  const difference = stored && firstDifference(stored, Buffer.from(json.render(again, { exchanges: [] })));
  if (difference === undefined) return [];
  const judgements = differingJudgements(results, again);
  const members = differingMembers(results, again);
  const named =
    judgements.length > 0
      ? judgements.slice(0, mostNamed)
      : members.map((member) => `"${member}" is not what it is judged again`);
  const more = judgements.length > mostNamed ? [`and ${judgements.length - mostNamed} more`] : [];
  const says = [...named, ...more, difference];
  return [{ file: 'results.json', kind: 'judgement', says: `is not what session.har gives: ${says.join('; ')}` }];
}
