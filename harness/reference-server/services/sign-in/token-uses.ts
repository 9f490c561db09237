import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';
import { Refusal } from '../refusal.ts';

/** Notes one use of a token, by the device of a request for a certificate. Throws `Refusal`. */
export type NoteUse = (token: string, deviceId: string | undefined) => void;

/**
 * A good server takes a token until it expires, because each device sends it twice and may try again, and a person may enroll two
 * devices. With the departure, it counts.
 */
export function createTokenUses({ tokenUses }: SignInBehaviour): NoteUse {
  let uses = 0;
  const owners = new Map<string, string>();
  return (token, deviceId) => {
    if (tokenUses === undefined) return;
    // Only requests for certificates name a device.
    const isCounted = tokenUses === 'once' || (tokenUses === 'one-issue' && deviceId !== undefined);
    const user = isCounted ? `use ${(uses += 1)}` : deviceId;
    if (user === undefined) return;
    const owner = owners.get(token) ?? user;
    owners.set(token, owner);
    if (owner !== user) throw new Refusal('Authentication', 'The security token was used before.');
  };
}
