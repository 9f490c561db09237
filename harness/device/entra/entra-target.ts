import type { Secret } from '../../wire/redaction/secret.ts';

/** What a run needs to join a device to Microsoft Entra at a server that trusts an issuer of ours. */
export interface EntraTarget {
  /** The address of the terms-of-use page, as the tenant has it for the MDM application. */
  readonly termsOfUse: string;
  readonly issuer: IssuerSettings;
  /** How a person answers the page. Default: by the link or the button that says so. */
  readonly accept?: TermsControls;
}

/** The issuer that the server is told to trust in place of Microsoft's. */
export interface IssuerSettings {
  /** The GUID of the tenant. */
  readonly tenant: string;
  /** The application ID URI, which is the audience of tokens of version 1. */
  readonly audience: string;
  /** The GUID of the MDM application, which is the audience of tokens of version 2. */
  readonly clientId: string;
  /** What the issuers of both versions begin with. Default: those of Microsoft. */
  readonly issuerUrl?: string;
  /** Where the keys are served while a run lasts: a port of 127.0.0.1. Default: they are not served. */
  readonly listen?: number;
  /** The RSA key in PEM (PKCS #8). Default: a new one for each run. */
  readonly key?: Secret;
}

/** The controls of the terms-of-use page, by their text, name, value or id. */
export interface TermsControls {
  readonly control?: string;
  readonly decline?: string;
  /** Fields that a person has to fill or tick before, by name. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The two forms of the tokens of Microsoft Entra. */
export type TokenVersion = 1 | 2;

/** The issuer of tokens of a version: those of Microsoft, or the same behind an address of its own. */
export function issuerOf({ tenant, issuerUrl }: IssuerSettings, version: TokenVersion): string {
  const own = issuerUrl?.replace(/\/+$/, '');
  if (version === 1) return `${own ?? 'https://sts.windows.net'}/${tenant}/`;
  return `${own ?? 'https://login.microsoftonline.com'}/${tenant}/v2.0`;
}

/** The audience of tokens of a version. */
export function audienceOf({ audience, clientId }: IssuerSettings, version: TokenVersion): string {
  return version === 1 ? audience : clientId;
}
