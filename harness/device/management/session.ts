import type { Answer } from '../../wire/exchange/exchange.ts';
import type { Credential } from '../../protocol/syncml/message.ts';
import { mostMessages } from '../../protocol/syncml/message.ts';
import { writeMessage } from '../../protocol/syncml/write-message.ts';
import type { DeviceTree } from './device-tree.ts';
import { packageOne } from './package-one.ts';
import type { PackageOne } from './package-one.ts';
import type { Challenge } from './proof.ts';
import { readReply } from './reply.ts';
import type { Reply } from './reply.ts';
import { headerStatus, nextMessage, numbered } from './unnumbered.ts';
import type { Unnumbered } from './unnumbered.ts';

/** What is particular about a session; without any of it, it is the usual one of Windows. */
export interface SessionManner extends PackageOne {
  /** The DeviceID that its messages name, instead of its own. */
  readonly as?: string;
  /** The device proves itself by another secret than that of its account, if the server asks; else it stops after its first message. */
  readonly isWrongProof?: true;
  /** A proof in its first message, which nobody has asked for yet. */
  readonly firstProof?: Credential;
  /** Sends package 1 alone, and proves nothing by the account: what does the server admit? */
  readonly isKnock?: true;
  /** What it sends in place of its first answers to commands. */
  readonly instead?: readonly Unnumbered[];
  /** A message without Final and without a Status, which it sends before its first answers to commands. */
  readonly before?: readonly Unnumbered[];
  /** Changes its answers to the commands of a message. */
  readonly answers?: (own: readonly Unnumbered[]) => readonly Unnumbered[];
  /** Gives each message another form of XML. */
  readonly write?: (message: string) => string;
  /** Sends each message twice, as if the first answer had been lost. */
  readonly isRepeated?: true;
}

/** One session of a device with its management server. */
export interface SessionOptions extends SessionManner {
  /** ADDR of the account. */
  readonly url: string;
  /** By what the device proves itself; missing if its account has nothing of that. */
  readonly account?: { readonly name: string; readonly prove: (challenge: Challenge) => Credential };
  readonly deviceId: string;
  readonly tree: DeviceTree;
  readonly sessionId: string;
  /** Sends one message and gives its answer. */
  readonly send: (message: string, about: SentMessage) => Promise<Answer>;
}

/** What is known of a message besides its text. */
interface SentMessage {
  /** From 1. */
  readonly number: number;
  /** It carries what proves who sends it. */
  readonly isProof: boolean;
  /** The same message follows once more. */
  readonly isRepetition?: true;
}

/** How a session ended. */
type SessionEnd =
  /** The server sent no more commands. */
  | 'closed'
  /** It had the device leave. */
  | 'unenrolled'
  /** It did not take what the device proves itself by, or its message. */
  | 'refused'
  /** It gave no answer that a device reads. */
  | 'unreadable'
  /** It had commands in each of so many messages. */
  | 'endless';

/** A session that is over. */
export interface HeldSession {
  readonly end: SessionEnd;
  /** What proved the device, if the server asked for it. */
  readonly proof?: Credential;
}

/** How often a device answers that it is not believed. */
const mostChallenges = 2;

/** A message that the server took; else how the session ends with it. */
type Outcome = { readonly reply: Reply } | { readonly end: SessionEnd };

/** Sends package 1 as Windows 11 does, and answers what the server asks until it asks no more (MS-MDM 3.1.5). */
export async function holdSession(options: SessionOptions): Promise<HeldSession> {
  const { url, account, deviceId, sessionId, tree, as = deviceId, firstProof, isKnock, isWrongProof } = options;
  const pieces = new Map<string, string>();
  let number = 0;
  let answered: string | undefined;
  let credential = firstProof;
  let proof: Credential | undefined;

  const end = await untilItEnds();
  return { end, ...(proof ? { proof } : {}) };

  async function untilItEnds(): Promise<SessionEnd> {
    let outcome = await believed(packageOne(options, tree));
    for (let isFirst = true; 'reply' in outcome; isFirst = false) {
      const { reply } = outcome;
      if (reply.isUnenrolled) return 'unenrolled';
      if (reply.isOver || isKnock || isWrongProof) return 'closed';
      if (number >= mostMessages) return 'endless';
      const waiting = isFirst && options.before ? await say(options.before, { isInterlude: true }) : undefined;
      if (waiting && 'end' in waiting) return waiting.end;
      const own = [...reply.answers, ...(reply.isFinal ? [] : [nextMessage])];
      outcome = await believed(isFirst && options.instead ? options.instead : (options.answers?.(own) ?? own));
    }
    return outcome.end;
  }

  /** Says it again with a proof, as long as the server asks for one. */
  async function believed(commands: readonly Unnumbered[]): Promise<Outcome> {
    for (let challenges = 0; ; challenges += 1) {
      const outcome = await say(commands);
      if ('end' in outcome || !outcome.reply.challenge) return outcome;
      const isUnbelieved = challenges === mostChallenges || (isWrongProof && credential !== undefined);
      if (!account || isKnock || isUnbelieved) return { end: 'refused' };
      credential = proof = account.prove(outcome.reply.challenge);
    }
  }

  async function say(commands: readonly Unnumbered[], { isInterlude = false } = {}): Promise<Outcome> {
    number += 1;
    // CmdID 1 is that of the Status for the header, also in a message without one (Windows 11 26200, captures of go-microsoft-dm).
    const header = answered === undefined || isInterlude ? [] : [headerStatus(answered)];
    const text = writeMessage({
      sessionId,
      messageId: String(number),
      target: { uri: url.replace(/[?#].*$/s, '') },
      source: { uri: as, ...(credential && account ? { name: account.name } : {}) },
      ...(credential ? { credential } : {}),
      commands: numbered([...header, ...commands], 2 - header.length),
      isFinal: !isInterlude,
    });
    const sent = { number, isProof: credential !== undefined };
    const written = options.write?.(text) ?? text;
    if (options.isRepeated) await options.send(written, { ...sent, isRepetition: true });
    const reply = readReply(await options.send(written, sent), { tree, pieces });
    if (!reply) return { end: 'unreadable' };
    answered = reply.messageId;
    if (!reply.challenge && !reply.isTaken) return { end: 'refused' };
    if (reply.isProven) credential = undefined;
    return { reply };
  }
}
