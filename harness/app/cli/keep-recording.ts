import path from 'node:path';
import type { Recording } from '../../device/run/recording.ts';
import { storedSession } from '../stored-session.ts';
import { packageVersion } from '../../package-root.ts';
import { storedExchanges } from '../../wire/har/har.ts';
import { writeOutputFolder } from '../../../reports/output-folder.ts';
import { requirementSet } from '../../../suites/requirements/catalogue.ts';

/** An internal error that ended a run, with a word on what was kept. */
export class BrokenRun extends Error {
  override readonly name: string;

  constructor(cause: unknown, kept: string) {
    super(`${cause instanceof Error ? cause.message : String(cause)}; ${kept}`, { cause });
    this.name = cause instanceof Error ? cause.name : 'Error';
  }
}

/** Writes what was recorded so far, redacted, in place of the reports, and returns the error that tells of both. */
export async function keepRecording(folder: string, recording: () => Recording, error: unknown): Promise<BrokenRun> {
  try {
    const { meta, ...rest } = recording();
    const { pieces } = storedSession(storedExchanges({ meta, ...rest }));
    await writeOutputFolder(folder, [{ name: 'session.har', content: pieces }], {
      tool: { name: 'mde-conformance', version: packageVersion },
      requirementSet: requirementSet(),
      runId: meta.runId,
      createdAt: new Date(Date.parse(meta.startedAt) + meta.durationMs).toISOString(),
    });
    const count = `${rest.exchanges.length} exchange${rest.exchanges.length === 1 ? '' : 's'}`;
    return new BrokenRun(
      error,
      `${path.join(folder, 'session.har')} holds the ${count} so far, and nothing was judged`,
    );
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return new BrokenRun(error, `what was recorded so far could not be written: ${why}`);
  }
}
