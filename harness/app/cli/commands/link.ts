import {
  deepLink,
  deepLinkAnchor,
  WrongDeepLink,
  type DeepLinkContent,
} from '../../../protocol/deep-link/deep-link.ts';
import type { LinkMode } from '../../../protocol/deep-link/parameters.ts';
import { passwordInFile } from '../../../device/target/password.ts';
import type { Secret } from '../../../wire/redaction/secret.ts';
import { exitCodes } from '../../../engine/verdict/verdict.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command; its parser knows the modes and the owners. */
export interface LinkOptions {
  readonly username?: string;
  readonly server?: string;
  readonly mode: LinkMode;
  readonly ownership?: '1' | '2' | '3';
  readonly deviceIdentifier?: string;
  readonly tenantIdentifier?: string;
  readonly accessTokenFile?: string;
  /** The text of the element; `true` for the usual one. */
  readonly html?: string | true;
}

/**
 * Prints a deep link, alone or as an element of HTML. A link with an access token holds the token, and standard error says so. Rejects
 * with `UsageError` or `TargetError` for a value that is not allowed.
 */
export function link(options: LinkOptions, io: Io): Promise<number> {
  const { accessTokenFile: file, html } = options;
  const token = file === undefined ? undefined : passwordInFile(file, '--access-token-file', 'token');
  const built = build(options, token);
  io.out(`${html === undefined ? built : deepLinkAnchor(built, html === true ? 'Connect to work' : html)}\n`);
  if (token) io.err('mde-conformance: the link holds the access token; whoever has the link has the token\n');
  return Promise.resolve(exitCodes.conformant);
}

function build(options: LinkOptions, token: Secret | undefined): string {
  try {
    return deepLink({ ...contentOf(options), ...(token ? { accesstoken: token.revealTo(() => undefined) } : {}) });
  } catch (error) {
    if (error instanceof WrongDeepLink) throw new UsageError(`${optionOf[error.parameter]}: ${error.message}`);
    throw error;
  }
}

function contentOf(options: LinkOptions): DeepLinkContent {
  const { username, server, mode, ownership, deviceIdentifier, tenantIdentifier } = options;
  return {
    mode,
    ...(username === undefined ? {} : { username }),
    ...(server === undefined ? {} : { servername: server }),
    ...(deviceIdentifier === undefined ? {} : { deviceidentifier: deviceIdentifier }),
    ...(tenantIdentifier === undefined ? {} : { tenantidentifier: tenantIdentifier }),
    ...(ownership === undefined ? {} : { ownership: owners[ownership] }),
  };
}

const owners = { 1: 1, 2: 2, 3: 3 } as const;

const optionOf: Readonly<Record<keyof DeepLinkContent, string>> = {
  mode: '--mode',
  username: '--username',
  servername: '--server',
  accesstoken: '--access-token-file',
  deviceidentifier: '--device-identifier',
  tenantidentifier: '--tenant-identifier',
  ownership: '--ownership',
};
