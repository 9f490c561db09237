import type { ServerStates, StateName } from '../device/server-state.ts';
import type { User } from './credentials.ts';
import { refusalNamed } from './particular-refusals.ts';

/** For each state the user to whom the reference server is in it, and the subcode or ErrorType of the refusal. */
const prepared = {
  authorization: ['blocked@contoso.example', 'Authorization'],
  'device-cap': ['cap@contoso.example', 'DeviceCapReached'],
  'unsupported-device': ['unsupported@contoso.example', 'DeviceNotSupported'],
  license: ['unlicensed@contoso.example', 'UserLicense'],
  maintenance: ['maintenance@contoso.example', 'InMaintenance'],
  'custom-error': ['custom@contoso.example', 'CustomServerError'],
  'ca-down': ['ca-down@contoso.example', 'CertificateRequest'],
} as const satisfies Record<StateName, readonly [email: string, refusal: string]>;

/** Users whom the reference server knows and refuses a certificate, each for a reason of his own. */
export function preparedUsers(password: string): readonly User[] {
  return Object.values(prepared).map(([email, refusal]) => ({ email, password, refusal: refusalNamed(refusal) }));
}

/** What the target file of a server with these users would say. */
export function preparedStates(password: string): ServerStates {
  return Object.fromEntries(
    Object.entries(prepared).map(([state, [email]]) => [state, { by: 'user', email, password } as const]),
  );
}
