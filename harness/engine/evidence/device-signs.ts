import type { Exchange, Header } from '../../wire/exchange/exchange.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Evidence } from './evidence.ts';
import { UnusableEvidence } from './unusable.ts';

/** What a request in a third-party recording shows of the device that sent it. */
export interface DeviceSigns {
  /** E-mail address or user name, without padding and letter case. */
  readonly user?: string;
  /** The DeviceID, or else the HWDevID, without dashes and letter case. */
  readonly device?: string;
  /** Marks that only requests of one client share: a connection, a token, cookies, the address that a proxy noted. */
  readonly marks: ReadonlySet<string>;
}

const context = '/*/*[local-name()="Body"]/wst:RequestSecurityToken/ac:AdditionalContext/ac:ContextItem';
const security = '/*/*[local-name()="Header"]/wsse:Security';
const users = `//d:Discover/d:request/d:EmailAddress | ${security}/wsse:UsernameToken/wsse:Username`;
const clientHeaders: readonly string[] = ['cookie', 'x-forwarded-for', 'x-real-ip', 'forwarded'];

/** Reads what distinguishes devices. If the request is not readable XML, it reads the HTTP fields only. */
export function readSigns({ request, connection }: Exchange, tree: XmlTree | undefined): DeviceSigns {
  const token = tree?.text(`${security}/wsse:BinarySecurityToken`)?.trim();
  const marks = new Set([
    ...request.headers.filter(isOfClient).map(([name, value]) => `${name.toLowerCase()} ${value.trim()}`),
    ...(connection === undefined ? [] : [`connection ${connection}`]),
    ...(token ? [`token ${token}`] : []),
  ]);
  const user = tree?.text(users)?.trim().toLowerCase();
  const device = tree && deviceIn(tree);
  return { ...(user ? { user } : {}), ...(device ? { device } : {}), marks };
}

const known = new WeakMap<Evidence, DeviceSigns>();

/** The same for an exchange of a dossier, read once. */
export function signsOf(evidence: Evidence): DeviceSigns {
  const signs = known.get(evidence) ?? readSigns(evidence.exchange, treeOf(evidence));
  known.set(evidence, signs);
  return signs;
}

/** Whether two requests may be from the same device. */
export function mayBeOfOne(one: DeviceSigns, other: DeviceSigns): boolean {
  return (
    (one.user === undefined || other.user === undefined || isOneUser(one.user, other.user)) &&
    (one.device === undefined || other.device === undefined || one.device === other.device)
  );
}

/** Whether two requests share a mark of one client. */
export function shareMark(one: DeviceSigns, other: DeviceSigns): boolean {
  return [...one.marks].some((mark) => other.marks.has(mark));
}

/** `contoso\jane` may be `jane@contoso.com`: if the forms differ, only the user part is compared. */
function isOneUser(one: string, other: string): boolean {
  const isOneForm = one.includes('\\') === other.includes('\\') && one.includes('@') === other.includes('@');
  return isOneForm ? one === other : localName(one) === localName(other);
}

function localName(user: string): string {
  return user.replace(/^[^\\]*\\/, '').replace(/@.*$/, '');
}

function isOfClient([name]: Header): boolean {
  return clientHeaders.includes(name.toLowerCase());
}

function deviceIn(tree: XmlTree): string | undefined {
  const named = ['DeviceID', 'HWDevID'].map((name) => tree.text(`${context}[@Name="${name}"]/ac:Value`)?.trim());
  return named
    .find((id) => id)
    ?.replaceAll('-', '')
    .toLowerCase();
}

function treeOf(evidence: Evidence): XmlTree | undefined {
  try {
    return evidence.request;
  } catch (error) {
    if (error instanceof UnusableEvidence) return undefined;
    throw error;
  }
}
