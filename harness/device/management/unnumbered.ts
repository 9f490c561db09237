import type { Alert, Command, Request, Results, Status } from '../../protocol/syncml/message.ts';

/** A command of a device before it gets its CmdID. */
export type Unnumbered = Omit<Alert, 'id'> | Omit<Request, 'id'> | Omit<Results, 'id'> | Omit<Status, 'id'>;

/** Numbers commands in their order. */
export function numbered(commands: readonly Unnumbered[], firstId: number): readonly Command[] {
  return commands.map((command, index) => ({ ...command, id: String(firstId + index) }));
}

/** Says that the message of the server was read. */
export function headerStatus(messageRef: string): Omit<Status, 'id'> {
  return { name: 'Status', messageRef, commandRef: '0', command: 'SyncHdr', code: '200' };
}

/** Asks for the rest of a package (MS-MDM 2.2.7.2). */
export const nextMessage: Unnumbered = { name: 'Alert', code: '1222' };

/** Ends the session (MS-MDM 2.2.7.2). */
export const endOfSession: Unnumbered = { name: 'Alert', code: '1223' };
