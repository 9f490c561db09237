import type { Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { checks } from '../../../suites/index.ts';
import { assess } from '../assess.ts';
import { readInputFile } from '../cli/input-file.ts';
import { largestRecording, readRecording } from '../cli/recording-file.ts';
import { occasionOf } from '../stored-session.ts';
import type { StoredSession } from '../stored-session.ts';
import { selected } from './selected.ts';
import { WrongOption } from './wrong-option.ts';

/** What limits a judgement. */
export interface JudgeOptions {
  /** By ids or patterns such as `discovery/*`. Default: all that the recording was made for. */
  readonly only?: readonly string[];
  /** Names the target of a recording that does not name it. */
  readonly name?: string;
}

/** Judges what `enroll` recorded: the same recording gives the same results. */
export function judge(recorded: StoredSession | Session, { only, name = 'the server' }: JudgeOptions = {}): Results {
  return judged('session' in recorded ? recorded.session : recorded, 'live', only, name);
}

/**
 * Judges a recording in a file: a HAR of any tool, a session of Fiddler (`.saz`), or a `session.har` of ours.
 * @throws {UnreadableSession} for a file that is no recording.
 * @throws {UsageError} for one that cannot be read.
 */
export async function audit(file: string, { only, name = file }: JudgeOptions = {}): Promise<Results> {
  const { stored } = await readRecording(await readInputFile(file, largestRecording), file);
  return judged(stored.session, 'audit', only, name);
}

function judged(session: Session, mode: 'live' | 'audit', only: readonly string[] | undefined, name: string): Results {
  const { selected: shown } = session.meta ?? {};
  const chosen = only === undefined ? checks.filter(({ id }) => shown?.includes(id) ?? true) : selected(only);
  const unshown = chosen.find(({ id }) => shown?.includes(id) === false);
  if (unshown) {
    throw new WrongOption(`"only" names ${unshown.id}, and the recording was limited to ${shown?.join(', ') ?? ''}`);
  }
  const filters = only?.map((id) => `check=${id}`);
  return assess(session, chosen, { ...occasionOf(session, mode, name), ...(filters ? { filters } : {}) });
}
