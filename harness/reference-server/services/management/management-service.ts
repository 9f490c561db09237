import type { Header, HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import type { Answering, Behaviour } from '../../../engine/rule/counterexample.ts';
import type { Command } from '../../../protocol/syncml/message.ts';
import { readSyncMessage } from '../../../protocol/syncml/read-message.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';
import { writeMessage } from '../../../protocol/syncml/write-message.ts';
import { parseXml, XmlSyntaxError } from '../../../protocol/xml/tree.ts';
import { httpResponse } from '../../mount/reply.ts';
import { commonHeaders } from '../envelope.ts';
import type { Desk } from '../envelope.ts';
import type { IssuedCertificate, IssuedCertificates } from '../issued-certificates.ts';
import type { Caller } from '../operation.ts';
import { createSessions } from './management-sessions.ts';

/** The media type of the messages (MS-MDM 2.1). */
export const syncmlType = 'application/vnd.syncml.dm+xml';

/** What a management server is made from. */
export interface ManagementDesk extends Pick<Desk, 'now'> {
  readonly issued: IssuedCertificates;
  readonly behaviour: Pick<Behaviour, 'admits'>;
  /** The address of the server, as the provisioning document names it. */
  readonly address: () => string;
}

/** An answer of the management server. */
export interface Managed {
  readonly answering: Answering;
  readonly response: HttpResponse;
}

export type Manage = (request: HttpRequest, caller: Caller) => Managed;

/**
 * Holds a session with each device: it knows a device by the certificate of the connection, never by what the message says, answers each
 * command, and asks for three values of DevDetail (MS-MDM 3.1.5).
 */
export function managementService(desk: ManagementDesk): Manage {
  const sessions = createSessions();
  const refused = (status: number, text: string, headers: readonly Header[] = []): Managed => {
    const plain: Header = ['Content-Type', 'text/plain; charset=utf-8'];
    return {
      answering: 'manage fault',
      response: httpResponse(status, [plain, ...headers, ...commonHeaders(desk.now())], Buffer.from(`${text}\n`)),
    };
  };
  return (request, { certificate }) => {
    if (request.method !== 'POST') return refused(405, 'A device sends POST.', [['Allow', 'POST']]);
    const owner = ownerOf(certificate, request.body, desk);
    if (!owner) return refused(403, 'The connection shows no certificate of a device of this server.');
    const [, type = ''] = request.headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
    if (!type.trim().toLowerCase().startsWith(syncmlType)) return refused(415, `A message is ${syncmlType}.`);
    const answer = readFrom(request.body, (message) => answerTo(message, owner));
    if (answer === undefined) return refused(400, 'The body is no message of SyncML.');
    const headers: readonly Header[] = [['Content-Type', `${syncmlType}; charset=utf-8`], ...commonHeaders(desk.now())];
    return { answering: 'manage', response: httpResponse(200, headers, Buffer.from(answer)) };
  };

  function answerTo(message: ReadSyncMessage, { certificate }: IssuedCertificate): string {
    const { sessionId = '', messageId = '', source = '' } = message;
    const session = sessions.at(certificate.sha1, sessionId, messageId);
    const statuses: Omit<Command & { readonly name: 'Status' }, 'id'>[] = [
      { name: 'Status', messageRef: messageId, commandRef: '0', command: 'SyncHdr', code: '200' },
      ...message.commands
        .filter(({ name }) => name !== 'Status' && name !== 'Results')
        .map(
          ({ id = '', name }) =>
            ({ name: 'Status', messageRef: messageId, commandRef: id, command: name, code: '200' }) as const,
        ),
    ];
    if (isLeaving(message)) desk.issued.unenroll(certificate);
    const commands = session.next(message);
    return writeMessage({
      sessionId,
      messageId: session.nextMessageId(),
      target: { uri: source },
      source: { uri: desk.address() },
      commands: [...statuses, ...commands].map((command, index): Command => ({ ...command, id: String(index + 1) })),
    });
  }
}

/** By the type of the alert that a user's wish sends (MS-MDE2 2.2.9.3, Learn: Disconnecting from the management server). */
function isLeaving({ commands }: ReadSyncMessage): boolean {
  return commands.some(
    ({ name, data, items }) =>
      name === 'Alert' &&
      data === '1226' &&
      items.some(({ type }) => type === 'com.microsoft:mdm.unenrollment.userrequest'),
  );
}

/** A replaced certificate opens nothing, nor does one that has expired. */
function ownerOf(
  certificate: Caller['certificate'],
  body: Uint8Array,
  { behaviour: { admits }, issued, now }: ManagementDesk,
): IssuedCertificate | undefined {
  if (admits === 'anybody') return readFrom(body, ({ source = '' }) => issued.ofDevice(source));
  if (!certificate) return undefined;
  if (admits === 'subject') return issued.ofSubject(certificate);
  const isReplaced = issued.isReplaced(certificate) && admits !== 'replaced';
  const isOver = isReplaced || certificate.notAfter < now() || issued.isUnenrolled(certificate);
  return isOver ? undefined : issued.find(certificate);
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
