import { formatHresult } from '../../protocol/faults/hresult.ts';
import type { Answer, Step } from '../../protocol/device-log/answer.ts';
import { checks } from '../../../suites/index.ts';

/** How many checks are named. */
const most = 6;

/** The checks of the message that failed. */
export const checksOfStep: Readonly<Record<Step, readonly string[]>> = {
  discovery: ['discovery/answer', 'discovery/result', 'transport/host-answer', 'transport/tls-certificate'],
  policy: ['policy/answer', 'policy/schema', 'faults/policy-refusal'],
  enrollment: ['enrollment/answer', 'enrollment/schema', 'faults/enrollment-refusal'],
  provisioning: ['provisioning/document', 'provisioning/schema', 'provisioning/mdm-document'],
  session: ['management/answer', 'provisioning/management-endpoint', 'provisioning/management-url'],
  'sign-in': ['authentication/answer', 'authentication/token-form'],
  renewal: ['renewal/answer', 'renewal/document'],
  'not known': [],
};

/** The checks of what an event names. */
export const checksOfEvent: ReadonlyMap<number, readonly string[]> = new Map([
  [12, ['policy/minimal-key-length', 'policy/algorithm-kind', 'policy/crypto-providers', 'policy/hash-reference']],
  [15, ['provisioning/certificate-encoding', 'provisioning/thumbprint', 'certificates/public-key']],
  [
    17,
    [
      'provisioning/application',
      'provisioning/application-letter-case',
      'provisioning/authentication-nonce',
      'provisioning/nonce-presence',
      'provisioning/search-criteria',
      'provisioning/unique-entries',
    ],
  ],
  [19, ['provisioning/polling-numbers', 'provisioning/polling-schedule', 'provisioning/polling-counts']],
  [56, ['provisioning/document', 'provisioning/schema', 'provisioning/doctype']],
  [62, ['policy/hash-kind', 'policy/hash-group']],
  [63, ['provisioning/private-key-container', 'certificates/public-key']],
  [68, ['policy/policy-schema']],
  [69, ['faults/subcode', 'faults/letter-case', 'faults/soap-version', 'faults/detail', 'faults/schema']],
  ...[218, 224, 231].map((id): [number, string[]] => [
    id,
    ['provisioning/search-criteria', 'provisioning/search-criteria-subject', 'provisioning/search-criteria-store'],
  ]),
]);

/** The checks of what a code names, by its low word: errors of WinHTTP, under each of their prefixes. */
export const checksOfWinhttp: ReadonlyMap<number, readonly string[]> = new Map([
  ...[12002, 12007, 12029, 12030].map((low): [number, string[]] => [low, ['transport/host-answer']]),
  [12037, ['transport/tls-dates', 'transport/tls-certificate']],
  [12038, ['transport/tls-name', 'transport/tls-certificate']],
  ...[12044, 12185, 12186].map((low): [number, string[]] => [low, ['transport/client-certificate']]),
  [12045, ['transport/tls-certificate', 'transport/tls-intermediates']],
  [12057, ['transport/tls-certificate']],
  [12152, ['transport/content-length', 'transport/announced-length']],
  [12156, ['transport/secure-redirect', 'discovery/probe-redirect']],
  [12157, ['transport/tls-version', 'transport/common-tls-version']],
  [12175, ['transport/tls-certificate', 'transport/tls-intermediates', 'transport/tls-version']],
]);

/** The checks of a refusal that a server sends in a state of its own. */
export const checksOfCode: ReadonlyMap<number, readonly string[]> = new Map([
  [0x80180002, ['faults/wrong-password', 'faults/unknown-user', 'enrollment/credential-agreement']],
  [0x80180003, ['faults/state-authorization', 'faults/state-authorization-subcode']],
  [0x80180004, ['faults/state-ca-down', 'enrollment/windows-certificate-request']],
  [0x80180007, ['faults/security-reason', 'faults/expired-timestamp']],
  [0x80180013, ['faults/state-device-cap']],
  [0x80180014, ['faults/state-unsupported-device']],
  [0x80180017, ['faults/state-maintenance']],
  [0x80180018, ['faults/state-license']],
  [0x80180032, ['faults/state-custom-error']],
]);

/** Events of commands in a session: no check judges which commands a server sends. */
const commandFailures: readonly number[] = [400, 404, 450, 454];

/** Whose failure no check of a server shows. */
const notTheServer: readonly string[] = ['device', 'user', 'administrator', 'identity provider'];

/**
 * The checks of the suite that test what the log names: those that predict its code, those of its event, and those of the message that
 * failed. Empty where somebody else than the server has to act.
 */
export function checksFor({ step, event, code, who }: Answer): readonly string[] {
  const ofCode = (code === undefined ? undefined : checksOfCode.get(code)) ?? [];
  if (event !== undefined && commandFailures.includes(event)) return [];
  if (who && notTheServer.includes(who[0]) && !who.includes('server')) return ofCode;
  const shown = code === undefined ? undefined : formatHresult(code);
  const predicted = checks.filter(({ impact }) => shown !== undefined && impact.hresult === shown).map(({ id }) => id);
  const isOfNetwork = code !== undefined && [0x8007, 0x8019].includes(code >>> 16);
  const ofNetwork = isOfNetwork ? checksOfWinhttp.get(code & 0xffff) : undefined;
  const ofEvent = event === undefined || step === 'sign-in' ? undefined : checksOfEvent.get(event);
  const named = [...predicted, ...ofCode, ...(ofNetwork ?? []), ...(ofEvent ?? [])];
  return [...new Set([...named, ...checksOfStep[step]])].slice(0, most);
}
