import fc from 'fast-check';
import { assess } from '../../app/assess.ts';
import { occasionOf, readStoredSession } from '../../app/stored-session.ts';
import { UnreadableSession } from '../../wire/har/har.ts';
import type { StoredSession } from '../../app/stored-session.ts';
import { checks } from '../../../suites/index.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { loadRenderer, renderers } from '../../../reports/index.ts';
import { recordReference } from '../reference-run.ts';
import type { FuzzProperty } from './fuzz-property.ts';
import { mutated, mutationsOfJson } from './json.ts';

/** Throws where a check breaks or a report cannot be written. */
async function judgeAndRender({ session }: StoredSession): Promise<void> {
  const results = assess(session, checks, occasionOf(session, 'audit', 'fuzz.har'));
  const broken = results.judgements.find(({ outcome }) => outcome === 'errored');
  if (broken) throw new Error(`${broken.check} broke: ${broken.reason ?? ''}`);
  for (const format of Object.keys(renderers)) (await loadRenderer(format)).render(results, session);
}

/** Recordings of a third party, changed in any place. */
export const sessions: FuzzProperty = {
  name: 'sessions',
  holds: 'A changed recording is refused with UnreadableSession, or is judged and rendered without a broken check.',
  runs: 25,
  property: async () => {
    const har = JSON.parse(await recordReference({ scenarios: [windowsEnrollment] })) as {
      log: { _mde?: unknown; entries: { _mde?: unknown }[] };
    };
    delete har.log._mde;
    for (const entry of har.log.entries) delete entry._mde;
    return fc.asyncProperty(mutationsOfJson, async (mutations) => {
      let stored: StoredSession;
      try {
        stored = readStoredSession(JSON.stringify(mutated(har, mutations)));
      } catch (error) {
        if (error instanceof UnreadableSession) return;
        throw error;
      }
      await judgeAndRender(stored);
    });
  },
};
