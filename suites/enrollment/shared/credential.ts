import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { isWebPage } from '../../../harness/engine/evidence/web-page.ts';

const refusals = ['Authentication', 'InvalidSecurity'];

/** The texts of the token in the Security header, by which two requests can be seen to carry one credential. */
export function credentialOf({ request }: Evidence): string {
  return (
    request.text('/s:Envelope/s:Header/wsse:Security/*[self::wsse:UsernameToken or self::wsse:BinarySecurityToken]') ??
    ''
  );
}

/** Whether the answer says that the credential is not right. A page with 401 or 403 is of a gateway, which has not looked at it. */
export function isCredentialRefusal(attempt: Evidence): boolean {
  if (attempt.state === 'fault') return refusals.includes(attempt.fault.subcode ?? '');
  return attempt.state === 'unusable' && [401, 403].includes(attempt.response.status) && !isWebPage(attempt);
}
