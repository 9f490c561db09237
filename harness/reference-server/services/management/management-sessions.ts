import type { Request } from '../../../protocol/syncml/message.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';

/** What a server knows of one session. */
export interface ManagementSession {
  /** From 1, by one for each message of the server (MS-MDM 2.2.3.6). */
  readonly nextMessageId: () => string;
  /** What it asks next: nothing, once it has its values, and nothing of a device that ends the session or leaves. */
  readonly next: (message: ReadSyncMessage) => readonly Omit<Request, 'id'>[];
}

export interface ManagementSessions {
  /** The session of an enrollment; the first message of a device begins a new one, whatever its id. */
  readonly at: (enrollment: string, sessionId: string, messageId: string) => ManagementSession;
}

/** What Windows ends a session by, and what a user leaves by (MS-MDM 2.2.7.2). */
const [ends, leaves] = ['1223', '1226'];
/** Every device has them. */
const asked = ['./DevDetail/SwV', './DevDetail/LrgObj', './DevDetail/URI/MaxSegLen'];

/** Remembers the sessions as long as the server runs. */
export function createSessions(): ManagementSessions {
  const all = new Map<string, ManagementSession>();
  return {
    at: (enrollment, sessionId, messageId) => {
      const key = `${enrollment} ${sessionId}`;
      const known = messageId === '1' ? undefined : all.get(key);
      const session = known ?? createSession();
      all.set(key, session);
      return session;
    },
  };
}

function createSession(): ManagementSession {
  let messages = 0;
  let hasAsked = false;
  return {
    nextMessageId: () => String((messages += 1)),
    next: ({ commands }) => {
      if (hasAsked || commands.some(({ name, data }) => name === 'Alert' && (data === ends || data === leaves)))
        return [];
      hasAsked = true;
      return [{ name: 'Get', items: asked.map((target) => ({ target })) }];
    },
  };
}
