import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/** If a server identifies a device by its HWDevID alone, anybody who claims the number takes over the enrollment. */
export const sharedHardwareId = defineCheck({
  id: 'enrollment/shared-hardware-id',
  title: 'A device that says the HWDevID of another does not get its name',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ROB-06'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever learns the HWDevID of a device can take its enrollment over' },
  remedy: 'Refuse the second device, or enroll it as another one, until somebody has said that it is the same.',
  needs: { across: 'issue', atLeast: 2 },
  applies: {
    when: 'devices with one HWDevID were enrolled, and the names of certificates tell devices apart',
    test: (issues) => pairsOf(issues).length > 0 && tellsApart(issues),
  },

  *judge(issues) {
    for (const [first, other] of pairsOf(issues)) {
      const name = nameOf(other);
      if (name !== nameOf(first)) continue;
      yield {
        message: `The certificate has the name "${name}" of the device of exchange ${first.exchange.index}, which has the same HWDevID`,
        at: other.provisioning.client.node,
        expected: 'a refusal, or a name of its own',
      };
    }
  },

  counterexamples: [{ name: 'devices known by their hardware', ...behaves({ knowsDevicesByHardware: true }) }],
});

/** Each device with the first device that claimed the same HWDevID under another name. */
function pairsOf(issues: readonly Evidence[]): (readonly [Evidence, Evidence])[] {
  const firsts = new Map<string, Evidence>();
  return issues.flatMap((issue) => {
    const hardwareId = hardwareIdOf(issue);
    if (hardwareId === '') return [];
    const first = firsts.get(hardwareId) ?? issue;
    firsts.set(hardwareId, first);
    return askedName(first) === askedName(issue) ? [] : [[first, issue] as const];
  });
}

/** If all certificates have the name of the user, they say nothing about devices. */
function tellsApart(issues: readonly Evidence[]): boolean {
  const [first, ...others] = issues;
  return first !== undefined && others.some((other) => nameOf(other) !== nameOf(first));
}

function nameOf({ provisioning }: Evidence): string {
  return provisioning.client.certificate.subject.toString();
}

function askedName({ facts }: Evidence): string | undefined {
  return facts.certificateRequest?.subject.toString();
}

function hardwareIdOf({ request }: Evidence): string {
  const items = '/*/*[local-name()="Body"]/wst:RequestSecurityToken/ac:AdditionalContext/ac:ContextItem';
  return (request.text(`${items}[@Name="HWDevID"]/ac:Value`) ?? '').trim().toLowerCase();
}
