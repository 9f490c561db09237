import { privateKeyOf, publicJwkOf } from '../device/entra/entra-issuer.ts';
import { issuerDocuments } from '../device/entra/issuer-documents.ts';
import { listenAsIssuer } from '../device/entra/issuer-listener.ts';
import { TargetError } from '../device/target/target-error.ts';
import type { Target } from '../device/target/target.ts';
import type { poolKey } from '../protocol/pki/build/keys.ts';
import { generateRsaKey } from '../protocol/pki/build/keys.ts';
import { Secret } from '../wire/redaction/secret.ts';

/** A target whose issuer is served, if it is to be, until this is disposed of. */
export interface ServedIssuer extends AsyncDisposable {
  /** The target, whose issuer has the key that is served. */
  readonly target: Target;
}

/** Serves the keys of the issuer at the port that the target file names. Rejects with `TargetError` if it cannot listen there. */
export async function serveIssuer(target: Target): Promise<ServedIssuer> {
  const { entra } = target;
  const port = entra?.issuer.listen;
  if (!entra || port === undefined) return { target, [Symbol.asyncDispose]: () => Promise.resolve() };
  const key = entra.issuer.key ?? pemOf((await generateRsaKey(2048)).privateKey);
  const issuer = { ...entra.issuer, key };
  const jwk = await publicJwkOf(issuer, privateKeyOf(key));
  const listener = await listenAsIssuer(port, (origin) => issuerDocuments(issuer, [jwk], origin)).catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new TargetError(`"entra.issuer.listen": cannot listen on port ${port} (${why})`);
    },
  );
  return {
    target: { ...target, entra: { ...entra, issuer } },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

function pemOf(key: ReturnType<typeof poolKey>['privateKey']): Secret {
  return new Secret('secret', key.export({ type: 'pkcs8', format: 'pem' }).toString());
}
