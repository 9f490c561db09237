import { createHash } from 'node:crypto';
import type { TargetDescription } from '../device/target/target-description.ts';
import { poolKey } from '../protocol/pki/build/keys.ts';
import { pathsUnder } from '../reference-server/services/endpoints.ts';
import type { AuthMethod } from '../reference-server/services/auth-method.ts';
import type { EntraTrust } from '../reference-server/services/entra/entra-trust.ts';

const { privateKey, publicKey } = poolKey(10);
const tenant = '7f1c2d3e-4a5b-4c6d-8e7f-901234567890';
const audience = 'https://mdm.contoso.example';
const clientId = '3c2b1a09-8f7e-4d6c-9b5a-0123456789ab';

const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
/** The thumbprint of RFC 7638, by which the issuer names its key. */
const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');

/** The reference server's trust in the issuer of the runs against it. */
export const entraTrust: EntraTrust = {
  tenant,
  audience,
  clientId,
  issuers: {
    v1: `https://sts.windows.net/${tenant}/`,
    v2: `https://login.microsoftonline.com/${tenant}/v2.0`,
  },
  keys: () => [{ kty, n, e, kid }],
};

/** What the target says of Microsoft Entra, where the server joins devices to it. */
export function entraOf(auth: AuthMethod, origin: string): Pick<TargetDescription, 'entra'> {
  if (auth !== 'entra') return {};
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    entra: { termsOfUse: `${origin}${pathsUnder().termsOfUse}`, issuer: { tenant, audience, clientId, key } },
  };
}
