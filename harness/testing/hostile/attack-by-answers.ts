import { storedSession } from '../../app/stored-session.ts';
import type { Transport } from '../../wire/exchange/exchange.ts';
import { readRedactedHar } from '../../wire/har/har.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { referenceHar } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Attack } from './behaviour.ts';
import { user } from './canary.ts';
import { report } from './drive.ts';
import type { Scene, Seen } from './scene.ts';

/** A host that no device has a reason to speak to. */
export const trapHost = 'trap.example';

/** An enrollment at the reference server whose answers are changed, with the reports that `run` writes of it. */
export async function attackByAnswers(
  { vary }: Extract<Attack, { readonly by: 'answers' }>,
  { out }: Scene,
): Promise<Seen> {
  const trapped: string[] = [];
  const watching =
    (transport: Transport): Transport =>
    (request) => {
      if (URL.canParse(request.url) && new URL(request.url).hostname === trapHost) trapped.push(request.url);
      return transport(request);
    };
  const har = await referenceHar({
    scenarios: [windowsEnrollment],
    user,
    between: (transport) => varying(vary)(watching(transport)),
  });
  return { ...(await report(storedSession(readRedactedHar(har)), out)), trapped };
}
