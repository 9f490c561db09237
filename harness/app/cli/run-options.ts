import type { CallbackAddress } from '../../device/run/callback-listener.ts';
import type { Profile } from '../../device/client/profile.ts';
import { profiles } from '../../device/client/profiles.ts';
import { allEffects, defaultEffects } from '../../device/run/plan.ts';
import { isRate, rateLimits } from '../../device/run/request-pace.ts';
import type { Effect } from '../../device/run/scenario.ts';
import { UsageError } from './usage-error.ts';

/** How many scenarios may run at the same time. */
const mostConcurrent = 16;

/** The number that `--concurrency` gives. Throws `UsageError`. */
export function concurrencyOf(word: string): number {
  const number = Number(word);
  if (/^\d{1,2}$/.test(word) && number >= 1 && number <= mostConcurrent) return number;
  throw new UsageError(`--concurrency: "${word}" is not allowed; give a number from 1 to ${mostConcurrent}`);
}

/** How long a run may take, in minutes. */
const longestRun = 24 * 60;

/** The minutes that `--time-limit` gives. Throws `UsageError`. */
export function timeLimitOf(word: string): number {
  const minutes = Number(word);
  if (/^\d{1,4}$/.test(word) && minutes >= 1 && minutes <= longestRun) return minutes;
  throw new UsageError(`--time-limit: "${word}" is not allowed; give whole minutes from 1 to ${longestRun}`);
}

/** The requests a minute that `--rate` allows; undefined without it. Throws `UsageError`. */
export function rateOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const number = Number(word);
  if (/^\d{1,4}$/.test(word) && isRate(number)) return number;
  const { least, most } = rateLimits;
  throw new UsageError(
    `--rate: "${word}" is not allowed; give requests a minute, a whole number from ${least} to ${most}`,
  );
}

/** The client that `--profile` names. Throws `UsageError`. */
export function profileOf(word: string): Profile {
  const found = profiles.find(({ id }) => id.toLowerCase() === word.toLowerCase());
  if (found) return found;
  const known = profiles.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new UsageError(`--profile: "${word}" is not allowed; give one of ${known}`);
}

/**
 * The effects that `--effects` allows; `read` must be among them, and `renew` and `unenroll` need `enroll`. By default, devices of a server
 * that is not ours stay. Throws `UsageError`.
 */
export function effectsOf(list: string | undefined, isEmbedded: boolean): readonly Effect[] {
  if (list === undefined) return isEmbedded ? allEffects : defaultEffects;
  const words = list.split(',').map((word) => word.trim());
  const effects = allEffects.filter((effect) => words.includes(effect));
  const needsEnroll = effects.includes('renew') || effects.includes('unenroll');
  const isWhole = effects.includes('read') && (effects.includes('enroll') || !needsEnroll);
  if (isWhole && words.length === effects.length) return effects;
  throw new UsageError(`--effects: "${list}" is not allowed; give read, read,enroll, or ${allEffects.join(',')}`);
}

/** The address of `--callback-url` and `--callback-port`, at which the target reaches this machine. Throws `UsageError`. */
export function callbackOf(url: string | undefined, port: string | undefined): CallbackAddress | undefined {
  if (url === undefined) {
    if (port !== undefined) throw new UsageError('--callback-port needs --callback-url');
    return undefined;
  }
  const isAllowed = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !/[?#]/.test(url);
  if (!isAllowed) {
    throw new UsageError(
      `--callback-url: "${url}" is not allowed; give http://host:port or https://host, without query`,
    );
  }
  if (port === undefined) return { url };
  const number = Number(port);
  if (/^\d{1,5}$/.test(port) && number >= 1 && number <= 65_535) return { url, port: number };
  throw new UsageError(`--callback-port: "${port}" is not allowed; give a number from 1 to 65535`);
}
