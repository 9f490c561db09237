import type { Answer } from '../../wire/exchange/exchange.ts';
import { md5Digest } from '../../protocol/syncml/digest.ts';
import type { Alert, Command, Credential, SyncMessage } from '../../protocol/syncml/message.ts';
import { readSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { ReadCommand, ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import { writeMessage } from '../../protocol/syncml/write-message.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { DeviceIdentity } from '../client/identity.ts';
import type { AppCredential, ManagementAccount } from './account.ts';
import { answerCommands } from './answer-commands.ts';
import type { DeviceTree } from './device-tree.ts';

/** One session of a device with its management server. */
export interface SessionOptions {
  readonly account: ManagementAccount;
  readonly identity: DeviceIdentity;
  readonly tree: DeviceTree;
  readonly sessionId: string;
  /** What the session is about besides that it begins, such as the wish to leave. */
  readonly alerts?: readonly Omit<Alert, 'id'>[];
  /** How many messages it sends at most. Default: `mostMessages`. */
  readonly most?: number;
  /** Sends one message and gives its answer; `number` counts the messages from 1. */
  readonly send: (message: string, number: number) => Promise<Answer>;
}

/** How a session ended. */
export type SessionEnd =
  /** The server sent no more commands. */
  | 'closed'
  /** It had the device leave. */
  | 'unenrolled'
  /** It did not take what the device proves itself by. */
  | 'refused'
  /** It gave no answer that a device reads. */
  | 'unreadable'
  /** It had commands in each of so many messages. */
  | 'endless';

/** Messages that a device sends in one session. */
export const mostMessages = 20;
/** How often a device answers that it is not believed. */
const mostChallenges = 2;

/** Sends package 1 as Windows 11 does, and answers what the server asks until it asks no more (MS-MDM 3.1.5). */
export async function holdSession(options: SessionOptions): Promise<SessionEnd> {
  const { account, identity, sessionId, tree, send, most = mostMessages } = options;
  let commands: readonly Command[] = packageOne(options, 2);
  let credential: Credential | undefined;
  let challenges = 0;
  for (let number = 1; number <= most; number += 1) {
    const message: SyncMessage = {
      sessionId,
      messageId: String(number),
      target: { uri: withoutQuery(account.url) },
      source: {
        uri: identity.deviceId,
        ...(credential && account.credential ? { name: account.credential.name } : {}),
      },
      ...(credential ? { credential } : {}),
      commands,
    };
    const reply = repliesIn(await send(writeMessage(message), number), tree);
    if (reply === undefined) return 'unreadable';
    if (reply.challenge) {
      challenges += 1;
      if (!account.credential || challenges > mostChallenges) return 'refused';
      credential = proofOf(account.credential, reply.challenge);
      commands = [headerStatus(reply.messageId), ...packageOne(options, 2)];
      continue;
    }
    if (reply.isUnenrolled) return 'unenrolled';
    if (reply.isOver) return 'closed';
    commands = [
      headerStatus(reply.messageId),
      ...reply.answers,
      ...(reply.isFinal ? [] : [nextMessage(reply.answers)]),
    ];
  }
  return 'endless';
}

/** What Windows 11 26200 sent: the session begins, a user is logged in, and what the device is (go-microsoft-dm, captures). */
function packageOne({ alerts = [], tree }: SessionOptions, firstId: number): readonly Command[] {
  const about = ['DevId', 'Man', 'Mod', 'DmV', 'Lang'].map((name) => `./DevInfo/${name}`);
  const commands: Omit<Command, 'id'>[] = [
    { name: 'Alert', code: '1201' } as Omit<Alert, 'id'>,
    {
      name: 'Alert',
      code: '1224',
      items: [{ meta: { Type: 'com.microsoft/MDM/LoginStatus' }, data: 'user' }],
    } as Omit<Alert, 'id'>,
    ...alerts,
    {
      name: 'Replace',
      items: about.map((source) => ({ source, data: tree.get(source)?.value ?? '' })),
    } as Omit<Command, 'id'>,
  ];
  return commands.map((command, index) => ({ ...command, id: String(firstId + index) }) as Command);
}

interface Reply {
  readonly messageId: string;
  readonly challenge?: Challenge;
  readonly answers: readonly Command[];
  readonly isUnenrolled: boolean;
  /** It holds no command, and is the last message of its package. */
  readonly isOver: boolean;
  readonly isFinal: boolean;
}

type Challenge = NonNullable<ReadCommand['challenge']>;

/** What the device makes of an answer; undefined for one that it cannot read. */
function repliesIn(answer: Answer, tree: DeviceTree): Reply | undefined {
  if (answer.kind !== 'answered' || answer.response.status !== 200) return undefined;
  try {
    using document = parseXml(answer.response.body);
    const read = readSyncMessage(document);
    return read && replyTo(read, tree);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function replyTo({ commands, messageId = '', isFinal }: ReadSyncMessage, tree: DeviceTree): Reply {
  const asked = commands.filter(({ name }) => name !== 'Status' && name !== 'Results');
  const header = commands.find(({ name, commandRef }) => name === 'Status' && commandRef === '0');
  const isRefused = header?.data === '401' || header?.data === '407';
  const { commands: answers, isUnenrolled } = answerCommands(asked, { tree, messageRef: messageId, firstId: 2 });
  return {
    messageId,
    ...(isRefused ? { challenge: header.challenge ?? { type: undefined, nonce: undefined } } : {}),
    answers,
    isUnenrolled,
    isOver: asked.length === 0 && isFinal,
    isFinal,
  };
}

function headerStatus(messageRef: string): Command {
  return { name: 'Status', id: '1', messageRef, commandRef: '0', command: 'SyncHdr', code: '200' };
}

/** Asks for the rest of a package (MS-MDM 2.2.7.2). */
function nextMessage(answers: readonly Command[]): Command {
  return { name: 'Alert', id: String(answers.length + 2), code: '1222' };
}

/** A nonce of the challenge takes the place of that of the account. */
function proofOf({ type, name, secret, nonce }: AppCredential, challenge: Challenge): Credential {
  if (type === 'BASIC' && challenge.type !== 'syncml:auth-md5') {
    return { type: 'syncml:auth-basic', data: Buffer.from(`${name}:${secret}`).toString('base64') };
  }
  const given = challenge.nonce === undefined ? nonce : Buffer.from(challenge.nonce, 'base64');
  return { type: 'syncml:auth-md5', data: md5Digest({ name, secret, nonce: given }) };
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
