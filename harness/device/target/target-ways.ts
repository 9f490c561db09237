import type { AuthMethod } from './auth-method.ts';
import type { TargetDescription } from './target-description.ts';

/** The ways in that a target gives a run the means for. A target that is limited to one method has that one only. */
export function waysOf({
  auth,
  entra,
  certificate,
  password,
  signIn,
}: Omit<TargetDescription, 'url' | 'email'>): readonly AuthMethod[] {
  const ways: AuthMethod[] = [
    ...(password === undefined ? [] : ['on-premise' as const]),
    ...(signIn === undefined ? [] : ['federated' as const]),
    ...(entra === undefined ? [] : ['entra' as const]),
    ...(certificate === undefined ? [] : ['certificate' as const]),
  ];
  return auth === undefined ? ways : ways.filter((way) => way === auth);
}
