import { expect, test } from 'vitest';
import { noteOf } from '../../app/assess.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import { readHar } from '../../wire/har/har.ts';
import type { Har } from '../../wire/har/har.ts';
import { checks } from '../../../suites/index.ts';
import { referenceHar } from '../reference-run.ts';

/** What a run notes beside the exchanges: labels, framing, and facts of the secrets. */
function withoutNotes(har: Har): string {
  return JSON.stringify(har, (key, value: unknown) => (key === '_mde' ? undefined : value));
}

// Without states of the target: an expired certificate that was asked for on purpose is a defect to whoever does not know that.
test('a session of ours whose notes were cut off is a recording of a good server: no mandatory check fails', async () => {
  using dossier = openDossier(readHar(withoutNotes(await referenceHar({ states: {} }))));
  const judgements = checks.map((check) => judge(check, dossier, noteOf));
  const failed = judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST');
  expect(failed.map(({ check, findings }) => [check, findings[0]?.message])).toEqual([]);
  const open = ['transport/content-length', 'provisioning/authentication-nonce'];
  for (const id of open) expect(judgements.find(({ check }) => check === id)?.outcome).toBe('inconclusive');
});
