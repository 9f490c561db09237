import { linkModes } from '../../protocol/deep-link/parameters.ts';
import { linkValue, readDeepLink, type DeepLink } from '../../protocol/deep-link/read-deep-link.ts';
import { isEmail } from './target-address.ts';
import { TargetError } from './target-error.ts';

/** What a deep link says of a target. */
export interface LinkTarget {
  /** The URL of the server, or the user from whose domain a device derives it. */
  readonly address: string;
  readonly email?: string;
}

/** A run can go on with these: a token is not used, and a plain URL is allowed on loopback, which is judged with the target. */
const harmless: readonly string[] = ['shown-secret', 'plain-server'];

/**
 * The server and the user of a deep link; `email` is the user that an option names, who comes first. Undefined for a text that is no deep link. Throws
 * `TargetError` for a link that is wrong, that enrolls at no server, or that names neither a server nor a user. Shows no access token.
 */
export function linkTarget(argument: string, email?: string): LinkTarget | undefined {
  const link = readDeepLink(argument);
  if (!link) return undefined;
  refuseWrongLink(link);
  refuseOtherMode(link);
  const user = email ?? linkValue(link, 'username');
  const server = linkValue(link, 'servername');
  if (server !== undefined) {
    return { address: server, ...(user === undefined ? {} : { email: user }) };
  }
  if (user !== undefined && isEmail(user)) return { address: user, email: user };
  if (user !== undefined) {
    throw new TargetError(
      `the link has no servername, and "${user}" is no e-mail address with a domain to ask; add servername=https%3A%2F%2F… or give --email`,
    );
  }
  throw new TargetError(
    'the link names neither a server (servername) nor a user (username); give --email, or add them to the link',
  );
}

function refuseWrongLink({ defects }: DeepLink): void {
  const defect = defects.find(({ kind }) => !harmless.includes(kind));
  if (defect === undefined) return;
  throw new TargetError(`the deep link is wrong: ${defect.says}. ${defect.remedy}; "explain" tells all of a link`);
}

function refuseOtherMode({ mode }: DeepLink): void {
  if (mode === undefined || mode === 'mdm') return;
  throw new TargetError(
    `a link with mode=${mode} ${linkModes[mode].starts}, which needs Microsoft Entra ID and no server of a link; a run takes mode=mdm`,
  );
}
