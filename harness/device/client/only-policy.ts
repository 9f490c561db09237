import type { AuthMethod } from '../target/auth-method.ts';
import type { Target } from '../target/target.ts';
import { waysOf } from '../target/target-ways.ts';
import type { AuthPolicy } from './profile.ts';

/** What a device offers that is limited to one way. One that joins Microsoft Entra offers what any device offers, and heeds no answer. */
const policyNames: Readonly<Partial<Record<AuthMethod, AuthPolicy>>> = {
  'on-premise': 'OnPremise',
  federated: 'Federated',
  certificate: 'Certificate',
};

/**
 * The one policy that a device offers at a target that is limited to one way; undefined if it offers what its profile does. A device with a
 * certificate and nothing else comes from a provisioning package, and offers no other (Learn: bulk enrollment).
 */
export function onlyPolicyOf(target: Target): AuthPolicy | undefined {
  const [way, ...others] = waysOf(target);
  const isPackaged = way === 'certificate' && others.length === 0;
  const auth = target.auth ?? (isPackaged ? way : undefined);
  return auth && policyNames[auth];
}
