import { describe, expect, test } from 'vitest';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { compareReaders } from '../../protocol/pki/testing/reader-comparison.ts';
import { unexplained } from '../../protocol/pki/testing/reader-disagreements.ts';
import { upwards, type Sample } from '../../protocol/pki/testing/reading.ts';
import { checks } from '../../../suites/index.ts';
import { samplesIn } from '../embedded-samples.ts';
import { goldenMessages } from '../own-messages.ts';
import { goldenInstant } from '../reference-run.ts';

/** The certificates that the counterexamples of all checks issue; none twice. */
function counterexampleCertificates(): readonly Sample[] {
  const departures = checks.flatMap(({ counterexamples }) => counterexamples.flatMap(departuresOf));
  const changes = departures.flatMap((departure) => ('behaviour' in departure ? [departure.behaviour] : []));
  const distinct = new Map(
    changes.map(({ root, intermediate, leaf, renewed }) => {
      const change = { ...(root && { root }), ...(intermediate && { intermediate }), ...(leaf && { leaf }) };
      return [JSON.stringify([change, renewed]), { change, renewed }];
    }),
  );
  return [...distinct.values()].flatMap(({ change, renewed }) => {
    const authority = createAuthority({
      now: () => goldenInstant,
      random: seededBytes('golden'),
      keys: poolAuthorityKeys(),
      changes: change,
    });
    const { intermediate, root } = authority;
    const leaf = authority.issue(poolKey(0).spki, { subject: [[{ type: 'CN', value: 'device' }]] }, renewed);
    return upwards([leaf, intermediate, root].map(({ der }) => der));
  });
}

/**
 * The two readers of certificates on what the reference server issues. `pki/read` compares them on what certificates are built from,
 * `lawful-servers` on what vendors issue.
 */
describe('@peculiar/x509, the second reader', () => {
  test.each<readonly [what: string, least: number, samples: () => Promise<readonly Sample[]> | readonly Sample[]]>([
    ['every certificate and request of the golden session', 20, async () => samplesIn(await goldenMessages())],
    ['the certificates of all counterexamples', 100, counterexampleCertificates],
  ])('agrees on %s', async (_, least, samples) => {
    const all = await Promise.all((await samples()).map(compareReaders));
    expect(all.flatMap(unexplained)).toEqual([]);
    expect(all.filter(({ first }) => !('refused' in first)).length).toBeGreaterThanOrEqual(least);
  });
});
