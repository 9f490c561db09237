import { createDeviceKeys } from './device-keys.ts';
import type { KeyMode } from './device-keys.ts';
import { createDevice } from './device.ts';
import type { Device, Send } from './device.ts';
import { createIdentity } from './identity.ts';
import type { Discovery } from './probe.ts';
import type { Profile } from './profile.ts';
import type { Bench, Scenario } from './scenario.ts';
import type { Target } from './target.ts';
import { wrongPasswordFor } from './wrong-password.ts';

/** What the benches of one run share. */
export interface BenchParts {
  readonly target: Target;
  readonly profile: Profile;
  /** In plan order. */
  readonly scenarios: readonly Scenario[];
  readonly runId: string;
  readonly seed: string;
  readonly keys: KeyMode;
  readonly send: Send;
}

/** A scenario asked for more devices than it had announced. */
export class TooManyDevices extends Error {
  override readonly name = 'TooManyDevices';
}

/**
 * The benches of a run. Devices are numbered by the plan and not as they come, so that who is who does not depend on what is
 * driven first, and the keys of all that may enroll are begun at once. Throws `PoolKeysRefused`.
 */
export function createBenches(parts: BenchParts): (scenario: Scenario) => Bench {
  const { target, profile, scenarios, runId, seed, send } = parts;
  const numbers = numberDevices(scenarios);
  const enrolling = scenarios.filter(({ effect }) => effect === 'enroll');
  const keys = createDeviceKeys(
    parts.keys,
    target.url,
    enrolling.flatMap((scenario) => numbers.get(scenario) ?? []),
  );
  let discovery: Discovery = { url: target.url };

  const deviceOf = (scenario: Scenario, flow: string, number: number): Device => {
    const device = createDevice({
      target,
      send,
      profile,
      identity: createIdentity(seed, runId, number),
      takeKey: (bits, url) => keys.take(number, bits, url),
      scenario: scenario.id,
      flow,
    });
    const probe = async () => {
      const found = await device.probe();
      discovery = found ?? discovery;
      return found;
    };
    return { ...device, probe };
  };

  return (scenario) => {
    const free = [...(numbers.get(scenario) ?? [])];
    return {
      discovery: () => discovery,
      wrongPassword: () => wrongPasswordFor(target.password, seed),
      device(flow) {
        const number = free.shift();
        if (number === undefined) {
          throw new TooManyDevices(`scenario ${scenario.id} announces ${scenario.devices} devices and asks for more`);
        }
        return deviceOf(scenario, flow, number);
      },
    };
  };
}

function numberDevices(scenarios: readonly Scenario[]): ReadonlyMap<Scenario, readonly number[]> {
  let last = 0;
  return new Map(
    scenarios.map((scenario) => [scenario, Array.from({ length: scenario.devices }, () => (last += 1))] as const),
  );
}
