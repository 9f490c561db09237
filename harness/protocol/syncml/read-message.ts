import type { XmlNode, XmlTree } from '../xml/tree.ts';

/** A place in a message, with what a reader needs of it. Each is read as it stands, white space around it left out; missing is undefined. */
export interface ReadItem {
  readonly node: XmlNode;
  readonly target: string | undefined;
  readonly source: string | undefined;
  readonly format: string | undefined;
  readonly type: string | undefined;
  readonly data: string | undefined;
  /** The rest of the data is in the next message. */
  readonly hasMore: boolean;
}

/** A command of any name, with those inside of it. */
export interface ReadCommand {
  readonly node: XmlNode;
  readonly name: string;
  readonly id: string | undefined;
  readonly items: readonly ReadItem[];
  /** The commands of an Atomic or a Sequence. */
  readonly commands: readonly ReadCommand[];
  /** Of Status and Results. */
  readonly messageRef: string | undefined;
  readonly commandRef: string | undefined;
  /** Of Status: which items of the command it is about. */
  readonly targetRefs: readonly string[];
  /** Of Status: the name of the command. */
  readonly command: string | undefined;
  /** The code of a Status or an Alert. */
  readonly data: string | undefined;
  /** What a challenge asks for: the type of the proof, and the nonce as it is written. */
  readonly challenge: { readonly type: string | undefined; readonly nonce: string | undefined } | undefined;
}

/** What proves who sends a message: the type of the proof, and the proof as it is written. */
interface ReadCredential {
  readonly type: string | undefined;
  readonly data: string;
  /** The name of the account, beside the address of the device. */
  readonly name: string | undefined;
}

/** A message as a lenient device reads it: by local names, in any order. */
export interface ReadSyncMessage {
  readonly header: XmlNode | undefined;
  readonly sessionId: string | undefined;
  readonly messageId: string | undefined;
  readonly target: string | undefined;
  readonly source: string | undefined;
  /** What proves who sends it. */
  readonly credential: ReadCredential | undefined;
  readonly commands: readonly ReadCommand[];
  readonly isFinal: boolean;
}

const groups: readonly string[] = ['Atomic', 'Sequence'];
/** The children of a body or of a group that are no commands. */
const others: readonly string[] = ['Final', 'CmdID', 'NoResp', 'Meta'];

/** Undefined for a document that is no SyncML. */
export function readSyncMessage({ root }: XmlTree): ReadSyncMessage | undefined {
  if (root.name !== 'SyncML') return undefined;
  const header = child(root, 'SyncHdr');
  const body = child(root, 'SyncBody');
  return {
    header,
    sessionId: header && textOf(header, 'SessionID'),
    messageId: header && textOf(header, 'MsgID'),
    target: header && addressOf(header, 'Target'),
    source: header && addressOf(header, 'Source'),
    credential: header && credentialIn(header),
    commands: body ? commandsIn(body) : [],
    isFinal: body !== undefined && child(body, 'Final') !== undefined,
  };
}

function commandsIn(parent: XmlNode): ReadCommand[] {
  return parent.children.filter(({ name }) => !others.includes(name)).map(readCommand);
}

function readCommand(node: XmlNode): ReadCommand {
  const challenge = child(node, 'Chal');
  const meta = challenge && child(challenge, 'Meta');
  return {
    node,
    name: node.name,
    id: textOf(node, 'CmdID'),
    items: node.children.filter(({ name }) => name === 'Item').map(readItem),
    commands: groups.includes(node.name) ? commandsIn(node) : [],
    messageRef: textOf(node, 'MsgRef'),
    commandRef: textOf(node, 'CmdRef'),
    targetRefs: node.children.filter(({ name }) => name === 'TargetRef').map(({ text }) => text.trim()),
    command: textOf(node, 'Cmd'),
    data: textOf(node, 'Data'),
    challenge: challenge && {
      type: meta && textOf(meta, 'Type'),
      nonce: meta && textOf(meta, 'NextNonce'),
    },
  };
}

function readItem(node: XmlNode): ReadItem {
  const meta = child(node, 'Meta');
  return {
    node,
    target: addressOf(node, 'Target'),
    source: addressOf(node, 'Source'),
    format: meta && textOf(meta, 'Format'),
    type: meta && textOf(meta, 'Type'),
    data: textOf(node, 'Data'),
    hasMore: child(node, 'MoreData') !== undefined,
  };
}

function credentialIn(header: XmlNode): ReadCredential | undefined {
  const given = child(header, 'Cred');
  if (!given) return undefined;
  const meta = child(given, 'Meta');
  const source = child(header, 'Source');
  return {
    type: meta && textOf(meta, 'Type'),
    data: textOf(given, 'Data') ?? '',
    name: source && textOf(source, 'LocName'),
  };
}

function addressOf(parent: XmlNode, name: string): string | undefined {
  const place = child(parent, name);
  return place && textOf(place, 'LocURI');
}

function textOf(parent: XmlNode, name: string): string | undefined {
  return child(parent, name)?.text.trim();
}

function child(parent: XmlNode, name: string): XmlNode | undefined {
  return parent.children.find((candidate) => candidate.name === name);
}
