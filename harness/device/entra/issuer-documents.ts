import { issuerOf } from './entra-target.ts';
import type { IssuerSettings, TokenVersion } from './entra-target.ts';
import type { PublicJwk } from './entra-issuer.ts';

/** The documents of an issuer by their path: its key set, and the metadata of each version, which name it. */
export function issuerDocuments(
  settings: IssuerSettings,
  keys: readonly PublicJwk[],
  origin: string,
): ReadonlyMap<string, string> {
  const { tenant } = settings;
  const metadata = (version: TokenVersion, keySet: string): string =>
    JSON.stringify({
      issuer: issuerOf(settings, version),
      jwks_uri: `${origin}${keySet}`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  const keySet = JSON.stringify({ keys });
  return new Map([
    [keySetPath, keySet],
    ['/common/discovery/keys', keySet],
    [`/${tenant}/v2.0/.well-known/openid-configuration`, metadata(2, keySetPath)],
    [`/${tenant}/.well-known/openid-configuration`, metadata(1, '/common/discovery/keys')],
  ]);
}

/** Where the keys of Microsoft are, which all tenants share. */
export const keySetPath = '/common/discovery/v2.0/keys';
