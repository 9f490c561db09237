import type { Answer } from '../../wire/exchange/exchange.ts';
import { readSyncMessage } from '../../protocol/syncml/read-message.ts';
import type { ReadSyncMessage } from '../../protocol/syncml/read-message.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import { answerCommands } from './answer-commands.ts';
import type { Commanded } from './answer-commands.ts';
import type { Challenge } from './proof.ts';
import type { Unnumbered } from './unnumbered.ts';

/** A message of the server, as a device takes it. */
export interface Reply {
  readonly messageId: string;
  /** The server wants a proof, or another one. */
  readonly challenge?: Challenge;
  /** The Status of the header is one of success, or missing. */
  readonly isTaken: boolean;
  /** The server wants no more proofs in this session. */
  readonly isProven: boolean;
  readonly answers: readonly Unnumbered[];
  readonly isUnenrolled: boolean;
  /** It holds no command, and is the last message of its package. */
  readonly isOver: boolean;
  readonly isFinal: boolean;
}

/** What the device makes of an answer; undefined for one that it cannot read. It does what the server asks at once. */
export function readReply(answer: Answer, device: Omit<Commanded, 'messageRef'>): Reply | undefined {
  if (answer.kind !== 'answered' || answer.response.status !== 200) return undefined;
  try {
    using document = parseXml(answer.response.body);
    const read = readSyncMessage(document);
    return read && replyTo(read, device);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function replyTo(message: ReadSyncMessage, device: Omit<Commanded, 'messageRef'>): Reply {
  const { commands, messageId = '', isFinal } = message;
  const asked = commands.filter(({ name }) => name !== 'Status' && name !== 'Results');
  const header = commands.find(({ name, commandRef }) => name === 'Status' && commandRef === '0');
  const code = header?.data ?? '200';
  const isChallenge = code === '401' || code === '407';
  const { answers, isUnenrolled } = answerCommands(isChallenge ? [] : asked, { ...device, messageRef: messageId });
  return {
    messageId,
    ...(isChallenge ? { challenge: header?.challenge ?? { type: undefined, nonce: undefined } } : {}),
    isTaken: code.startsWith('2'),
    isProven: code === '212',
    answers,
    isUnenrolled,
    isOver: asked.length === 0 && isFinal,
    isFinal,
  };
}
