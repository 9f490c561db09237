import type { Shard } from '../../device/run/shard.ts';
import { secretNumbers } from '../../wire/redaction/secret-ledger.ts';
import type { DeliveryOptions } from './deliver.ts';
import type { GateOptions } from './gate.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** More would hardly have a scenario each. */
const mostShards = 32;

/** A shorter key could be guessed by whoever reads a recording. */
const leastKey = 16;

/** What only a whole run has, by the option that asks for it. */
const ofWholeRun = ['waivers', 'baseline', 'failOn', 'history', 'sign'] as const;

/** The options that a shard goes with, or not. */
interface ShardOptions extends GateOptions, Pick<DeliveryOptions, 'history' | 'sign'> {
  readonly seed?: string;
  readonly checks?: readonly string[];
}

/** The part of a run that `--shard` names; undefined without it. Throws `UsageError`. */
export function shardOf(
  word: string | undefined,
  options: ShardOptions,
  isEmbedded: boolean,
  env: Io['env'],
): Shard | undefined {
  if (word === undefined) return undefined;
  const [, first = '', second = ''] = /^(\d{1,2})\/(\d{1,2})$/.exec(word.trim()) ?? [];
  const [number, of] = [Number(first), Number(second)];
  if (first === '' || of < 2 || of > mostShards || number < 1 || number > of)
    throw new UsageError(
      `--shard: "${word}" is not allowed; give i/n, such as 2/3: the number of the shard from 1, and how many there are, 2 to ${mostShards}`,
    );
  if (isEmbedded)
    throw new UsageError(
      '--shard needs a target: the embedded server ends with its run, so no other shard could reach it',
    );
  const other = ofWholeRun.find((name) => options[name] !== undefined);
  if (other !== undefined)
    throw new UsageError(
      `--shard and --${other === 'failOn' ? 'fail-on' : other} exclude each other: a shard is a part of a run; give it to "merge"`,
    );
  if (options.checks !== undefined && options.checks.length > 0)
    throw new UsageError('--shard and --checks exclude each other: a module judges whole runs');
  if (options.seed === undefined)
    throw new UsageError(
      '--shard needs --seed: the same text for all shards of a run, and another one for each run, such as the number of the CI run',
    );
  return { number, of, secretNumber: secretNumbers(keyIn(env)) };
}

function keyIn(env: Io['env']): string {
  const key = env['MDE_SHARD_KEY']?.trim() ?? '';
  if (key.length >= leastKey) return key;
  const what = key === '' ? 'is not set' : `has ${key.length} characters`;
  throw new UsageError(
    `--shard: MDE_SHARD_KEY ${what}; set it to the same random text of at least ${leastKey} characters for all shards of a run. By it they give a secret of the server the same number, without storing it`,
  );
}
