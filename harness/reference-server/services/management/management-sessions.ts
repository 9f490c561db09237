import type { ManagementBehaviour } from '../../../engine/rule/management-behaviour.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';
import type { IssuedCertificate } from '../issued-certificates.ts';
import { providerId } from '../provisioning-document.ts';
import { flaws } from './flaws.ts';
import type { ManagementDesk, Unnumbered } from './management-desk.ts';

/** What a server knows of one session. */
export interface ManagementSession {
  /** From 1, by one for each message of the server (MS-MDM 2.2.3.6). */
  readonly nextMessageId: () => string;
  /** Whether the device has proven itself in it. */
  readonly isProven: () => boolean;
  readonly noteProof: () => void;
  /** What it asks next: nothing, once it has its values, and nothing of a device that ends the session, waits or leaves. */
  readonly next: (message: ReadSyncMessage) => readonly Unnumbered[];
}

export interface ManagementSessions {
  /** The session of an enrollment; undefined where the server refuses a message that came before. The first message of a device begins a new one, whatever its id. */
  readonly at: (enrollment: IssuedCertificate, message: ReadSyncMessage) => ManagementSession | undefined;
  /** One that no device has begun. */
  readonly another: () => ManagementSession;
}

/** What Windows ends a session by (MS-MDM 2.2.7.2). */
const ends = '1223';
/** The first alert of a session, and those with a type. */
const [begins, typed, leaves] = ['1201', '1224', '1226'];
const byUser = 'com.microsoft:mdm.unenrollment.userrequest';
const waits = 'Reversed-Domain-Name:com.microsoft.mdm.requestpending';
/** Every device has them. */
const asked = ['./DevDetail/SwV', './DevDetail/LrgObj', './DevDetail/URI/MaxSegLen'];

/** By the type of the alert that a user's wish sends (MS-MDE2 2.2.9.3, Learn: Disconnecting from the management server). */
export function isLeaving({ commands }: ReadSyncMessage): boolean {
  return commands.some(
    ({ name, data, items }) => name === 'Alert' && data === leaves && items.some(({ type }) => type === byUser),
  );
}

/** Remembers the sessions as long as the server runs. */
export function createSessions({ behaviour, commands }: ManagementDesk): ManagementSessions {
  const first = commands ?? [{ name: 'Get', items: asked.map((target) => ({ target })) } as const];
  const all = new Map<string, ManagementSession>();
  const seen = new Set<string>();
  const another = (): ManagementSession => createSession(first, behaviour);
  return {
    at: ({ certificate, user }, { sessionId = '', messageId = '' }) => {
      const key = `${certificate.sha1} ${sessionId}`;
      if (behaviour.sessions === 'strict' && messageId !== '1') {
        if (seen.has(`${key} ${messageId}`)) return undefined;
        seen.add(`${key} ${messageId}`);
      }
      const known = messageId === '1' && behaviour.sessions !== 'kept' ? undefined : all.get(key);
      const isTakenOut = user.isTakenOut && behaviour.leaving !== 'unasked';
      const session = known ?? createSession(isTakenOut ? [unenroll] : first, behaviour);
      all.set(key, session);
      return session;
    },
    another,
  };
}

function createSession(first: readonly Unnumbered[], { sessions, sends }: ManagementBehaviour): ManagementSession {
  let messages = 0;
  let proven = false;
  let hasAsked = false;
  return {
    nextMessageId: () => String((messages += 1)),
    isProven: () => proven,
    noteProof: () => {
      proven = true;
    },
    next: (message) => {
      if (isQuiet(message)) return [];
      if (hasAsked && sessions !== 'endless') return [];
      hasAsked = true;
      const change: readonly Unnumbered[] = sessions === 'repetitive' ? [sameChange] : [];
      return [...first, ...change, ...(sends ? [flaws[sends]] : [])];
    },
  };
}

/** MS-MDE2 2.2.9.3; the value is the id of the provider, which devices do not read. */
const unenroll: Unnumbered = {
  name: 'Exec',
  items: [
    {
      target: `./Vendor/MSFT/DMClient/Provider/${providerId}/Unenroll`,
      meta: { Format: 'chr' },
      data: providerId,
    },
  ],
};

const sameChange: Unnumbered = {
  name: 'Replace',
  items: [{ target: './Vendor/MSFT/Policy/Config/Camera/AllowCamera', meta: { Format: 'int' }, data: '0' }],
};

/** The device wants no commands now. */
function isQuiet({ commands }: ReadSyncMessage): boolean {
  const alerts = commands.filter(({ name }) => name === 'Alert');
  const isWaiting = alerts.some(({ data, items }) => data === typed && items.some(({ type }) => type === waits));
  const hasBegun = alerts.some(({ data }) => data === begins);
  return alerts.some(({ data }) => data === ends || data === leaves) || (isWaiting && !hasBegun);
}
