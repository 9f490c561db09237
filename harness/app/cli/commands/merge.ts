import path from 'node:path';
import { checks } from '../../../../suites/index.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { packageVersion } from '../../../package-root.ts';
import { checkDigests, manifestIn } from '../../bundle/check-files.ts';
import { judgeJoined } from '../../shards/judge-joined.ts';
import { UnmatchedShards, type NamedShard } from '../../shards/join-shards.ts';
import { readStoredSession } from '../../stored-session.ts';
import { manifestName } from '../../../../reports/manifest.ts';
import { readBundle } from '../bundle-files.ts';
import { deliver, prepareDelivery } from '../deliver.ts';
import type { DeliveryOptions } from '../deliver.ts';
import { prepareGate } from '../gate.ts';
import type { GateOptions } from '../gate.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export type MergeOptions = DeliveryOptions & GateOptions;

/**
 * Joins the folders of shards, or zip archives of them, to the report of their run, and judges it. Returns the exit code of the run: 3 where
 * a shard is missing. Throws `UsageError` for what is no shard, was changed since, or is of another run.
 */
export async function merge(folders: readonly string[], options: MergeOptions, io: Io): Promise<number> {
  const inside = folders.find((folder) => path.resolve(folder) === path.resolve(options.out));
  if (inside !== undefined) throw new UsageError(`--out is the folder of a shard (${inside}); name another one`);
  const gate = await prepareGate(options);
  const shards = await Promise.all(folders.map(readShard));
  const selected = shards[0]?.session.meta?.selected;
  const chosen = checks.filter(({ id }) => selected?.includes(id) ?? true);
  const delivery = await prepareDelivery(options);
  const { session, results, pieces } = judged(shards, chosen, io);
  return await deliver({ results: gate(results), session, har: pieces }, delivery, io);
}

function judged(shards: readonly NamedShard[], chosen: typeof checks, io: Io): ReturnType<typeof judgeJoined> {
  try {
    return judgeJoined(shards, chosen, io.maker ? { maker: io.maker() } : {});
  } catch (error) {
    if (error instanceof UnmatchedShards) throw new UsageError(oneLine(error.message));
    throw error;
  }
}

async function readShard(folder: string): Promise<NamedShard> {
  const { files } = await readBundle(folder);
  const { manifest, problems } = manifestIn(files.get(manifestName) ?? Buffer.of());
  const [problem] = manifest ? [...problems, ...checkDigests(files, manifest)] : problems;
  if (problem) throw new UsageError(oneLine(`${folder} is not as "run" wrote it: ${problem.file} ${problem.says}`));
  if (manifest && manifest.tool.version !== packageVersion)
    throw new UsageError(
      oneLine(
        `${folder} is of version ${manifest.tool.version}, and this is ${packageVersion}; merge shards with the version that made them`,
      ),
    );
  const har = files.get('session.har');
  if (!har) throw new UsageError(`${folder} holds no session.har; name a folder that "run --shard" wrote`);
  return { name: folder, session: readStoredSession(har.toString('utf8')).session };
}
