import { answerOf } from '../../../protocol/device-log/answer.ts';
import { verdictOn } from '../../../protocol/device-log/verdict.ts';
import { logDocument } from '../../device-log/log-document.ts';
import { logText } from '../../device-log/log-text.ts';
import { readLogFiles } from '../../device-log/read-log-files.ts';
import type { Io } from '../io.ts';

/**
 * Explains exported logs of one device: the first line says why it did not get in. Nothing of a log is judged, so the exit code is 0.
 * Throws `UsageError` for files that cannot be read.
 */
export async function explainLogs(files: readonly string[], isJson: boolean, io: Io): Promise<number> {
  const logs = await readLogFiles(files);
  const verdict = verdictOn(logs);
  const answer = answerOf(verdict, logs);
  io.out(isJson ? `${JSON.stringify(logDocument(answer, verdict, logs), null, 2)}\n` : logText(answer, verdict, logs));
  return 0;
}
