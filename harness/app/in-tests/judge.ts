import type { Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import type { Waiver } from '../../engine/verdict/waiver.ts';
import { assess } from '../assess.ts';
import type { OwnModule } from '../own-checks/own-module.ts';
import { apart, checksWith } from '../own-checks/with-modules.ts';
import { readInputFile } from '../cli/input-file.ts';
import { largestRecording, readRecording } from '../cli/recording-file.ts';
import { occasionOf } from '../stored-session.ts';
import type { StoredSession } from '../stored-session.ts';
import { ownModules } from './own-modules.ts';
import { selected } from './selected.ts';
import { waived } from './waivers-option.ts';
import { WrongOption } from './wrong-option.ts';

/** What limits a judgement. */
export interface JudgeOptions {
  /** By ids or patterns such as `discovery/*`. Default: all that the recording was made for. */
  readonly only?: readonly string[];
  /** Names the target of a recording that does not name it. */
  readonly name?: string;
  /** Modules of checks of your own, which are judged beside ours. They change no verdict; `exitCode` counts them. Default: none. */
  readonly checks?: readonly OwnModule[];
  /** Known failures, or the file that has them (docs/waivers.md). They change no verdict; `exitCode` leaves out what they cover. Default: none. */
  readonly waivers?: string | readonly Waiver[];
}

/** Judges what `enroll` recorded: the same recording gives the same results. */
export function judge(recorded: StoredSession | Session, options: JudgeOptions = {}): Results {
  return judged('session' in recorded ? recorded.session : recorded, 'live', { name: 'the server', ...options });
}

/**
 * Judges a recording in a file: a HAR of any tool, a session of Fiddler (`.saz`), or a `session.har` of ours.
 * @throws {UnreadableSession} for a file that is no recording.
 * @throws {UsageError} for one that cannot be read.
 */
export async function audit(file: string, options: JudgeOptions = {}): Promise<Results> {
  const { stored } = await readRecording(await readInputFile(file, largestRecording), file);
  return judged(stored.session, 'audit', { name: file, ...options });
}

function judged(
  session: Session,
  mode: 'live' | 'audit',
  { only, name, checks, waivers }: JudgeOptions & { readonly name: string },
): Results {
  const { selected: shown } = session.meta ?? {};
  const modules = ownModules(checks);
  const all = checksWith(modules);
  const chosen = only === undefined ? all.filter(({ id }) => shown?.includes(id) ?? true) : selected(only, all);
  const unshown = chosen.find(({ id }) => shown?.includes(id) === false);
  if (unshown) {
    throw new WrongOption(`"only" names ${unshown.id}, and the recording was limited to ${shown?.join(', ') ?? ''}`);
  }
  const hidden = modules.find(({ checks: own }) => own.length > 0 && !own.some((check) => chosen.includes(check)));
  if (only === undefined && hidden) {
    throw new WrongOption(
      `"checks": the recording was limited to ${shown?.join(', ') ?? ''}, so it does not show what ${hidden.checks[0]?.id ?? ''} judges`,
    );
  }
  const filters = only?.map((id) => `check=${id}`);
  const { ours, modules: own } = apart(chosen, modules, only === undefined);
  const occasion = { ...occasionOf(session, mode, name), ...(filters ? { filters } : {}) };
  const results = assess(session, ours, occasion, own);
  return waivers === undefined ? results : waived(results, waivers, modules);
}
