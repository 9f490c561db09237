import type { Header, HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import type { Answering } from '../../../engine/rule/counterexample.ts';
import type { Command, Status } from '../../../protocol/syncml/message.ts';
import { readSyncMessage } from '../../../protocol/syncml/read-message.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';
import { writeMessage } from '../../../protocol/syncml/write-message.ts';
import { parseXml, XmlSyntaxError } from '../../../protocol/xml/tree.ts';
import { httpResponse } from '../../mount/reply.ts';
import { commonHeaders } from '../envelope.ts';
import type { IssuedCertificate } from '../issued-certificates.ts';
import type { Caller } from '../operation.ts';
import { admission } from './admission.ts';
import type { ManagementDesk, Unnumbered } from './management-desk.ts';
import { createSessions, isLeaving } from './management-sessions.ts';
import type { ManagementSession } from './management-sessions.ts';
import { proofs } from './proofs.ts';
import { signatures } from './signatures.ts';

/** The media type of the messages (MS-MDM 2.1). */
const syncmlType = 'application/vnd.syncml.dm+xml';
/** Bytes of a message, which a device with large values does not reach. */
const largest = 4 * 1024 * 1024;

/** An answer of the management server, and the one that the same message gets where it is taken in any case. */
interface Managed {
  readonly answering: Answering;
  readonly response: HttpResponse;
  readonly success: () => HttpResponse;
}

export type Manage = (request: HttpRequest, caller: Caller) => Managed;

type Answer = Pick<Managed, 'answering' | 'response'>;

/**
 * Holds sessions with devices (MS-MDM 3.1.5): it knows each by the certificate of the connection and by the secret of its account, never
 * by what its message says, answers every command, and asks for three values of DevDetail.
 */
export function managementService(desk: ManagementDesk): Manage {
  const { issued, behaviour, now } = desk;
  const sessions = createSessions(desk);
  const admit = admission(desk);
  const prove = proofs(desk);
  const isSigned = signatures(desk);
  return (request, caller) => ({ ...answer(request, caller), success: () => written(successOf(request)) });

  function answer(request: HttpRequest, caller: Caller): Answer {
    if (request.method !== 'POST') return refused(405, 'A device sends POST.', [['Allow', 'POST']]);
    if (request.body.length > largest) return refused(413, `A message has at most ${largest} bytes.`);
    const [, type = ''] = request.headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
    if (!type.trim().toLowerCase().startsWith(syncmlType)) return refused(415, `A message is ${syncmlType}.`);
    return (
      readFrom(request.body, (message): Answer => {
        const owner = admit(request, caller, message);
        if (!owner) return refused(403, 'The connection shows no certificate of the device that the message names.');
        if (!isSigned(request, owner)) return refused(403, 'The device has to sign its message.');
        const session = sessions.at(issued.enrollmentOf(owner), message);
        if (!session) return refused(409, 'The message was answered before.');
        const { text, isServed } = answerTo(message, owner, session);
        return { answering: isServed ? 'manage' : 'manage fault', response: written(text) };
      }) ?? refused(400, 'The body is no message of SyncML.')
    );
  }

  function answerTo(
    message: ReadSyncMessage,
    owner: IssuedCertificate,
    session: ManagementSession,
  ): { text: string; isServed: boolean } {
    const header = prove(issued.enrollmentOf(owner), message, session);
    const isServed = header.challenge === undefined;
    if (isServed && isLeaving(message) && behaviour.leaving !== 'unnoticed') issued.unenroll(owner);
    const answers = isServed ? [...statusesOf(message), ...session.next(message)] : [];
    return { text: textOf(message, session, [headerStatus(message, header), ...answers]), isServed };
  }

  function textOf(message: ReadSyncMessage, session: ManagementSession, commands: readonly Unnumbered[]): string {
    const { sessionId = '', source = '', target = desk.address() } = message;
    let last = 0;
    const numbered = (command: Unnumbered): Command => {
      const id = String((last += 1));
      return 'commands' in command
        ? ({ ...command, id, commands: command.commands.map(numbered) } as Command)
        : { ...command, id };
    };
    return writeMessage({
      sessionId,
      messageId: session.nextMessageId(),
      target: { uri: source },
      source: { uri: target },
      commands: commands.map(numbered),
    });
  }

  /** As if the device of any message had proven itself. */
  function successOf({ body }: HttpRequest): string {
    const session = sessions.another();
    const message = (sent: ReadSyncMessage): string =>
      textOf(sent, session, [headerStatus(sent, { code: '200' }), ...statusesOf(sent)]);
    return readFrom(body, message) ?? message(unread);
  }

  function written(text: string): HttpResponse {
    const headers: readonly Header[] = [['Content-Type', `${syncmlType}; charset=utf-8`], ...commonHeaders(now())];
    return httpResponse(200, headers, Buffer.from(text));
  }

  function refused(status: number, text: string, headers: readonly Header[] = []): Answer {
    const plain: Header = ['Content-Type', 'text/plain; charset=utf-8'];
    return {
      answering: 'manage fault',
      response: httpResponse(status, [plain, ...headers, ...commonHeaders(now())], Buffer.from(`${text}\n`)),
    };
  }
}

/** What a message is taken for that cannot be read. */
const unread: ReadSyncMessage = {
  header: undefined,
  sessionId: '1',
  messageId: '1',
  target: undefined,
  source: undefined,
  credential: undefined,
  commands: [],
  isFinal: true,
};

function headerStatus(
  { messageId = '' }: ReadSyncMessage,
  { code, challenge }: Pick<Status, 'code' | 'challenge'>,
): Omit<Status, 'id'> {
  const header = { name: 'Status', messageRef: messageId, commandRef: '0', command: 'SyncHdr', code } as const;
  return challenge ? { ...header, challenge } : header;
}

function statusesOf({ messageId = '', commands }: ReadSyncMessage): readonly Omit<Status, 'id'>[] {
  return commands
    .filter(({ name }) => name !== 'Status' && name !== 'Results')
    .map(({ id = '', name }) => ({
      name: 'Status',
      messageRef: messageId,
      commandRef: id,
      command: name,
      code: '200',
    }));
}

function readFrom<T>(body: Uint8Array, use: (message: ReadSyncMessage) => T): T | undefined {
  try {
    using tree = parseXml(body);
    const message = readSyncMessage(tree);
    return message && use(message);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}
