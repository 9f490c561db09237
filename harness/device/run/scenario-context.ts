import type { Callback } from './callback.ts';
import { createDeviceKeys } from './device-keys.ts';
import type { KeyMode } from './device-keys.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import { defaultKeyPolicy } from '../client/answers.ts';
import { createDevice } from '../client/device.ts';
import type { Device } from '../client/device.ts';
import type { Send } from '../client/device-parts.ts';
import { createIdentity } from '../client/identity.ts';
import { enrolls, numberDevices } from './plan.ts';
import { plainDiscoveryUrl } from '../target/plain-discovery.ts';
import type { Discovery } from '../client/probe.ts';
import type { Profile } from '../client/profile.ts';
import type { EnrolledDevice, ScenarioContext, Scenario } from './scenario.ts';
import type { EntraIssuer } from '../entra/entra-issuer.ts';
import type { RunSignIn } from '../sign-in/run-sign-in.ts';
import type { Target } from '../target/target.ts';
import { wrongPasswordFor } from '../client/wrong-password.ts';

/** The parts that all contexts of a run share. */
export interface ContextParts {
  readonly target: Target;
  readonly profile: Profile;
  /** In plan order. */
  readonly scenarios: readonly Scenario[];
  readonly runId: string;
  readonly seed: string;
  readonly keys: KeyMode;
  readonly now: () => Date;
  /** Whether the run will drive a scenario, as far as it knows. */
  readonly isDue: (scenario: Scenario) => boolean;
  readonly inState: ScenarioContext['inState'];
  /** The forms that the target accepts, as far as the run knows. */
  readonly forms: () => AcceptedForms;
  /** Registers what it reveals, for all devices of the run. */
  readonly reveal: Reveal;
  readonly callback?: Callback;
  readonly signIn: RunSignIn;
  /** Gives the special tokens of the target. */
  readonly specialToken: ScenarioContext['specialToken'];
  /** Ends what a sign-in waits for. */
  readonly signal?: AbortSignal | undefined;
  /** Missing where the target has none. */
  readonly issuer?: EntraIssuer | undefined;
  /** The header field that the transport sets in the place of a proxy. */
  readonly forwardsIn?: string | undefined;
}

/** A scenario uses more devices than it declares. */
export class TooManyDevices extends Error {
  override readonly name = 'TooManyDevices';
}

/** The context of a scenario, whose exchanges go through `send`. */
export type ContextFor = (scenario: Scenario, send: Send) => ScenarioContext;

/**
 * The contexts of a run. The identity of a device and its discovery address follow from the plan, not from the order in
 * which scenarios run. The keys of all devices that may enroll begin when the first scenario has ended. If that one was to enroll and never
 * took a key, the others will hardly take one, so each waits for its own. Throws `PoolKeysRefused`.
 */
export function createScenarioContexts(parts: ContextParts): ContextFor {
  const { target, profile, scenarios, runId, seed, now, reveal, forwardsIn } = parts;
  const numbers = numberDevices(scenarios);
  const enrolling = scenarios.filter(enrolls);
  const devicesOf = (some: readonly Scenario[]): readonly number[] =>
    some.flatMap((scenario) => numbers.get(scenario) ?? []);
  const [first] = scenarios;
  const keys = createDeviceKeys(parts.keys, target.url, devicesOf(enrolling.filter((scenario) => scenario === first)));
  let waiting = enrolling.filter((scenario) => scenario !== first);
  let isKeyWorthwhile = first === undefined || !enrolls(first);
  const found = new Map<Scenario, Discovery>();
  /** By the number of the device: its last certificate is the one that counts. */
  const enrolled = new Map<number, Omit<EnrolledDevice, 'device'> & { readonly module: string | undefined }>();

  const deviceOf = (scenario: Scenario, send: Send, flow: string, number: number, position: number): Device => {
    const device = createDevice({
      target: scenario.way === undefined ? target : { ...target, auth: scenario.way },
      ...(scenario.way === undefined ? {} : { way: scenario.way }),
      send,
      reveal,
      profile,
      identity: createIdentity(seed, runId, number),
      takeKey: (bits, url, renewal) => {
        isKeyWorthwhile = true;
        return keys.take(number, bits, url, renewal);
      },
      now,
      scenario: scenario.id,
      flow,
      forms: parts.forms,
      signIn: parts.signIn,
      signal: parts.signal,
      issuer: parts.issuer,
      ...(position === 1 ? {} : { signInPrefix: `device-${position}-` }),
    });
    const probe = async () => {
      const discovery = await device.probe();
      if (discovery) found.set(scenario, discovery);
      return discovery;
    };
    const issue: Device['issue'] = async (...request) => {
      const issued = await device.issue(...request);
      const held = target.cleanup ? issued?.held() : undefined;
      if (issued && held) enrolled.set(number, { document: issued.document, held, module: scenario.module });
      return issued;
    };
    return { ...device, probe, issue };
  };

  return (scenario, send) => {
    if (scenario !== first && isKeyWorthwhile) {
      keys.begin(devicesOf(waiting.filter(parts.isDue)));
      waiting = waiting.filter((one) => !parts.isDue(one));
    }
    const free = [...(numbers.get(scenario) ?? [])];
    let callbacks = 0;
    return {
      discovery: () => found.get(scenario) ?? (first && found.get(first)) ?? { url: target.url },
      entrance: () => target.url,
      plainDiscovery: () => plainDiscoveryUrl(target),
      agent: () => target.programmatic,
      linkPages: () => target.links ?? [],
      certificateHeader: () => ({
        ...(target.certificateHeader === undefined ? {} : { ofTarget: target.certificateHeader }),
        ...(forwardsIn === undefined ? {} : { ofTransport: forwardsIn }),
      }),
      now,
      way: () => scenario.way,
      enrolled: () =>
        [...enrolled]
          .filter(([, { module }]) => module === scenario.module)
          .map(([number, { document, held }]) => ({
            device: deviceOf(scenario, send, `${scenario.id}-${number}`, number, 1),
            document,
            held,
          })),
      inState: parts.inState,
      specialToken: parts.specialToken,
      callback: () =>
        parts.callback?.urlFor(
          `${runId}/${scenario.way === undefined ? '' : `${scenario.way}-`}${scenario.id}-${(callbacks += 1)}`,
        ),
      fallbackPolicy: () => (parts.forms().keyPolicy === 'default' ? defaultKeyPolicy : undefined),
      claims: (capability) => target.capabilities.includes(capability),
      wrongPassword: () => new Secret('password', wrongPasswordFor(target.password && reveal(target.password), seed)),
      reveal,
      device(flow) {
        const number = free.shift();
        if (number === undefined) {
          throw new TooManyDevices(`scenario ${scenario.id} declares ${scenario.devices} devices but uses more`);
        }
        return deviceOf(
          scenario,
          send,
          scenario.way === undefined ? flow : `${scenario.way}-${flow}`,
          number,
          scenario.devices - free.length,
        );
      },
    };
  };
}
