import { assess } from '../../../harness/app/assess.ts';
import { occasionOf } from '../../../harness/app/stored-session.ts';
import type { Check } from '../../../harness/engine/rule/check.ts';
import type { Results } from '../../../harness/engine/verdict/results.ts';
import { departuresOf } from '../../../harness/engine/rule/counterexample.ts';
import { goldenSession } from '../../../harness/testing/golden-session.ts';
import { referenceSessionOverTls } from '../../../harness/testing/reference-run.ts';
import type { Session } from '../../../harness/wire/exchange/exchange.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';

/** What a page is made of. */
export interface Sample {
  readonly results: Results;
  readonly session: Session;
}

/** The whole suite against the reference server: nothing failed. */
export async function cleanSample(): Promise<Sample> {
  return judged(await goldenSession());
}

/**
 * One enrollment at a server with a chain that ends nowhere and a wrong renewal period, over TLS. A page of a quarter of the checks has all its parts, and a
 * browser lays it out much faster.
 */
export async function brokenSample(): Promise<Sample> {
  const broken = ['provisioning/chain', 'policy/renewal-period'];
  const departures = broken.flatMap((id) => {
    const [first] = checks.find((check) => check.id === id)?.counterexamples ?? [];
    return first === undefined ? [] : departuresOf(first);
  });
  const session = await referenceSessionOverTls({ scenarios: [windowsEnrollment], departures, auth: 'on-premise' });
  const answers = ({ id }: Check): boolean => id.endsWith('/answer') || broken.includes(id);
  return judged(
    session,
    checks.filter((check, index) => answers(check) || index % 4 === 0),
  );
}

function judged(session: Session, selected: readonly Check[] = checks): Sample {
  const maker = {
    user: 'auditor at desk',
    commandLine: `mde-conformance run ${session.meta?.target ?? ''} --email user@contoso.example`,
    node: '20.19.0',
    machine: 'Linux 6.1 x64, 2 processors',
  };
  const results = assess(session, selected, { ...occasionOf(session, 'live', session.meta?.target ?? ''), maker });
  return { results: { ...results, run: { ...results.run, target: session.meta?.target ?? '' } }, session };
}
