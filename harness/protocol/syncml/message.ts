/** Messages that our device sends in one session: where Windows stops is not known. */
export const mostMessages = 20;

/** Where a message goes or comes from, or what a command is about (MS-MDM 2.2.3.10, 2.2.3.11). */
export interface Place {
  readonly uri: string;
  /** The name of the account that a device adds where it proves itself. */
  readonly name?: string;
}

/** What a value is: the children of Meta in the order in which they are written, by their names in `syncml:metinf`. */
export type Meta = Readonly<Record<string, string>>;

/** One thing that a command is about (MS-MDM 2.2.5.1). */
export interface Item {
  readonly target?: string;
  readonly source?: string;
  readonly meta?: Meta;
  readonly data?: string;
  /** There is more of the data in the next message. */
  readonly moreData?: boolean;
}

/** Every command has an id, which no other command of its message has. */
interface Numbered {
  readonly id: string;
}

/** Says that something happened; 1201 begins a session of the device, 1224 and 1226 have a type (MS-MDM 2.2.7.2). */
export interface Alert extends Numbered {
  readonly name: 'Alert';
  readonly code: string;
  readonly items?: readonly Item[];
}

/** Asks for values, changes them, or has something done. */
export interface Request extends Numbered {
  readonly name: 'Add' | 'Delete' | 'Exec' | 'Get' | 'Replace';
  readonly items: readonly Item[];
}

/** Commands that belong together. */
export interface Group extends Numbered {
  readonly name: 'Atomic' | 'Sequence';
  readonly commands: readonly (Alert | Request | Group)[];
}

/** How a command ended (MS-MDM 2.2.6.1). */
export interface Status extends Numbered {
  readonly name: 'Status';
  readonly messageRef: string;
  /** `0` is the header. */
  readonly commandRef: string;
  /** The name of the command; `SyncHdr` for the header. */
  readonly command: string;
  /** Which item of the command, where its items ended differently. */
  readonly targetRef?: string;
  /** With it the other side asks for a proof, for which it gives this Meta. */
  readonly challenge?: Meta;
  readonly code: string;
}

/** The values that a Get asked for (MS-MDM 2.2.7.8). */
export interface Results extends Numbered {
  readonly name: 'Results';
  readonly messageRef: string;
  readonly commandRef: string;
  readonly items: readonly Item[];
}

export type Command = Alert | Request | Group | Status | Results;

/** What proves who sends a message (MS-MDM 1.3.1). */
export interface Credential {
  readonly type: string;
  readonly data: string;
}

/** One message of a management session. */
export interface SyncMessage {
  readonly sessionId: string;
  readonly messageId: string;
  readonly target: Place;
  readonly source: Place;
  readonly credential?: Credential;
  readonly commands: readonly Command[];
  /** The last message of a package; a message without it has a continuation. Default: true. */
  readonly isFinal?: boolean;
}
