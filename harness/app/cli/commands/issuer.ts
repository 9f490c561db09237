import { resolveEntra } from '../../../device/target/target-entra.ts';
import { readTargetFile } from '../../../device/target/target-file.ts';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { issuerConfigOf } from '../../issuer-config.ts';
import type { IssuerConfig } from '../../issuer-config.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface IssuerOptions {
  readonly target?: string;
  readonly json?: true;
}

/**
 * Prints what a server has to be told so that it trusts the issuer of a target file; nothing of it is secret. Rejects with `TargetError`, or
 * with `UsageError` where the file names no issuer.
 */
export async function issuer(file: string, options: IssuerOptions, io: Io): Promise<number> {
  const target = readTargetFile(file, options.target);
  // Nothing else of the target need be there yet, such as the root of its server.
  const entra = target.entra && resolveEntra(target.entra, target.folder);
  if (!entra) throw new UsageError(`"${file}" has no "entra"; it names the terms of use and the issuer of the tokens`);
  const config = await issuerConfigOf(entra.issuer);
  io.out(options.json ? `${JSON.stringify(config)}\n` : explained(config, entra.termsOfUse));
  return exitCodes.conformant;
}

function explained({ tenant, audience, clientId, issuers, jwks, jwksUri }: IssuerConfig, termsOfUse: string): string {
  return [
    'Let a test server trust this issuer, and no server that others use:',
    `  terms of use    ${termsOfUse}`,
    `  tenant          ${tenant}`,
    `  issuer          ${issuers.v1} (version 1)`,
    `                  ${issuers.v2} (version 2)`,
    `  audience        ${audience} (version 1)`,
    `                  ${clientId} (version 2)`,
    `  key set         ${jwksUri === undefined ? 'not served ("entra.issuer.listen" names a port)' : `${jwksUri}, while a run lasts`}`,
    ...(jwks
      ? ['', JSON.stringify(jwks)]
      : ['', 'Each run makes a key of its own; with "entra.issuer.keyFile" the key stays the same.']),
    '',
  ].join('\n');
}
