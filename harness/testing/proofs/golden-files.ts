import { serialiseHar } from '../../wire/har/har.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { goldenHar } from '../golden-session.ts';
import { referenceHar } from '../reference-run.ts';
import { generatedPaths } from './generated-paths.ts';
import { requestCountsSource } from './request-counts.ts';
import { sessionDigests } from './session-digests.ts';

/**
 * What is committed of golden sessions: an enrollment and a renewal for people to read, digests of the whole plan, and the
 * number of its requests, and of those that only other ways in have.
 */
export async function goldenFiles(): Promise<Readonly<Record<string, string>>> {
  const small = await referenceHar({ scenarios: [windowsEnrollment, renewal] });
  const digests = sessionDigests(await goldenHar());
  const further: (readonly string[])[] = [];
  for (const auth of ['federated', 'certificate', 'entra'] as const) {
    const own = scenarios.filter(({ way }) => way === auth);
    further.push(sessionDigests(await referenceHar({ auth, scenarios: [windowsEnrollment, ...own] })));
  }
  return {
    [generatedPaths.goldenSession]: serialiseHar(small),
    [generatedPaths.digests]: `${digests.join('\n')}\n`,
    [generatedPaths.requestCounts]: requestCountsSource(
      scenarios.map(({ id }) => id),
      [digests, ...further],
    ),
  };
}
