import { describe, expect, test } from 'vitest';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { referenceSessionOverTls } from '../reference-run.ts';
import { assess } from '../../app/assess.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../../app/stored-session.ts';
import { hosts } from '../../../suites/transport/scenarios/hosts.ts';
import { managementHost } from '../../../suites/transport/scenarios/management-host.ts';

/** A run at a server that conforms but for its TLS. */
async function run(tls: TlsDefect, tlsReportOnly: boolean): Promise<Results> {
  const scenarios = [windowsEnrollment, hosts, managementHost];
  const session = await referenceSessionOverTls({ departures: [{ tls }], scenarios, tlsReportOnly });
  return assess(session, checks, occasionOf(session, 'live', ''));
}

const failures = ({ judgements }: Results): readonly (readonly [string, number])[] =>
  judgements.filter(({ outcome }) => outcome === 'failed').map(({ check, findings }) => [check, findings.length]);

const kinds = ({ exchanges }: Results): readonly string[] => [...new Set(exchanges.map(({ kind }) => kind))];

describe.each<[TlsDefect, readonly string[]]>([
  ['self-signed', ['transport/tls-certificate']],
  ['expired', ['transport/tls-dates']],
  ['wrong-name', ['transport/tls-name']],
  ['leaf-only', ['transport/tls-certificate', 'transport/tls-intermediates']],
])('a certificate that is %s', (tls, found) => {
  test('ends a run before anything is sent', async () => {
    const results = await run(tls, false);
    expect(kinds(results)).toEqual(['probe']);
    expect(results).toMatchObject({ verdict: 'incomplete', exitCode: 4 });
    expect(failures(results).map(([check]) => check)).toEqual([...found, 'discovery/probe-answer']);
  });

  test('is found, once, where TLS is only reported, and the run goes on to its end', async () => {
    const results = await run(tls, true);
    expect(kinds(results)).toEqual(['probe', 'discover', 'get-policies', 'issue', 'host']);
    expect(results).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
    expect(failures(results)).toEqual(found.map((check) => [check, 1]));
  });
});
