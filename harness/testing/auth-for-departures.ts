import type { Departure } from '../engine/rule/counterexample.ts';
import type { AuthMethod } from '../reference-server/services/auth-method.ts';

const certificateBehaviours: readonly string[] = ['signatureSkips', 'signatureReads', 'signatureRefusedWith'];

/** A departure of the sign-in needs a server that has one. */
export function authFor(departures: readonly Departure[]): AuthMethod {
  if (departures.some(isOfEntra)) return 'entra';
  if (departures.some((departure) => isOf(certificateBehaviours, departure))) return 'certificate';
  return departures.some(isOfSignIn) ? 'federated' : 'on-premise';
}

const signInBehaviours: readonly string[] = [
  'signInPage',
  'signInRedirects',
  'tokenSkips',
  'tokenUses',
  'tokenSeconds',
  'tokenIsOpaque',
  'tokenIsStatic',
  'tokenIsXml',
];

const entraBehaviours: readonly string[] = ['entraSkips', 'entraRefuses', 'enrollmentDataIsIgnored', 'termsPage'];

function isOfEntra(departure: Departure): boolean {
  if ('on' in departure) {
    return departure.on.startsWith('terms-of-use') || departure.matching?.includes('token-type:jwt') === true;
  }
  return 'behaviour' in departure && Object.keys(departure.behaviour).some((name) => entraBehaviours.includes(name));
}

function isOfSignIn(departure: Departure): boolean {
  if ('on' in departure) return departure.on.startsWith('authenticate');
  return isOf(signInBehaviours, departure);
}

function isOf(behaviours: readonly string[], departure: Departure): boolean {
  return 'behaviour' in departure && Object.keys(departure.behaviour).some((name) => behaviours.includes(name));
}
