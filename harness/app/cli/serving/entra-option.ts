import { readText } from '../../../device/target/pem-file.ts';
import type { AuthMethod } from '../../../reference-server/services/auth-method.ts';
import type { EntraTrust } from '../../../reference-server/services/entra/entra-trust.ts';
import { trustOf } from '../../issuer-config.ts';
import type { IssuerConfig } from '../../issuer-config.ts';
import { UsageError } from '../usage-error.ts';

/** Reads `--entra-issuer`. Throws `UsageError`, or `TargetError` for a file that cannot be read. */
export function entraTrust(file: string | undefined, auth: readonly AuthMethod[]): EntraTrust | undefined {
  if (!auth.includes('entra')) {
    if (file === undefined) return undefined;
    throw new UsageError('--entra-issuer needs --auth entra');
  }
  if (file === undefined) {
    throw new UsageError('--auth entra needs --entra-issuer; "issuer --json" prints its content for a target file');
  }
  const config = parsed(readText(file, '--entra-issuer'));
  if (!isConfig(config)) {
    throw new UsageError(`--entra-issuer: "${file}" is not what "issuer --json" prints for a target file`);
  }
  return trustOf(config);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isConfig(value: unknown): value is IssuerConfig {
  if (!isRecord(value) || !isRecord(value['issuers'])) return false;
  const { jwks, jwksUri, issuers } = value;
  const texts = [value['tenant'], value['audience'], value['clientId'], issuers['v1'], issuers['v2']];
  const hasKeys = isRecord(jwks) && Array.isArray(jwks['keys']);
  const hasAddress = typeof jwksUri === 'string' && URL.canParse(jwksUri);
  return texts.every((text) => typeof text === 'string') && (hasKeys || jwks === undefined) && (hasKeys || hasAddress);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
