import type { UsernameToken } from '../../../../harness/device/client/messages/credential.ts';
import type { MessageOptions } from '../../../../harness/device/client/steps.ts';
import type { ScenarioContext, Scenario } from '../../../../harness/device/run/scenario.ts';
import type { Secret } from '../../../../harness/wire/redaction/secret.ts';

/** One request with a password that is not that of the user. */
interface Attempt extends MessageOptions {
  readonly asks: 'get-policies' | 'issue';
  readonly name: string;
  readonly password: Secret;
}

/** What such a scenario is called, and the requests that it sends. */
export interface RefusedPasswords extends Pick<Scenario, 'id' | 'title'> {
  /** Empty if the user has no password of this sort. */
  readonly attempts: (context: ScenarioContext, right: UsernameToken) => readonly Attempt[];
}

/**
 * One device sends passwords that have to be refused, and no other defect, between two requests with the right one. The requests after
 * that are also what resets a count of failures. A server that takes tokens gets none of them. If there is no policy service, or none that answers, a valid enrollment is the control.
 */
export function refusedPasswords({ attempts, ...named }: RefusedPasswords): Scenario {
  return {
    ...named,
    effect: 'enroll',
    devices: 1,
    alone: true,

    async drive(context) {
      const device = context.device(named.id);
      const services = await device.discover(context.discovery());
      const right = services && device.passwordFor(services.authPolicy);
      if (!right) return;
      const fallback = context.fallbackPolicy();
      const policy = fallback ?? (await device.getPolicies(services, { name: 'control-before', control: true }));
      if (!policy) return;
      const isWithoutPolicies = services.policyUrl === undefined || fallback !== undefined;
      if (isWithoutPolicies) await device.issue(services, policy, { name: 'control-before', control: true });
      for (const { asks, password, ...step } of attempts(context, right)) {
        const wrong = { ...step, credential: { ...right, password } };
        if (asks === 'issue') await device.issue(services, policy, wrong);
        else if (!fallback) await device.getPolicies(services, wrong);
      }
      if (!fallback) await device.getPolicies(services, { name: 'control-after', control: true });
      if (isWithoutPolicies) await device.issue(services, policy, { name: 'control-after', control: true });
    },
  };
}
