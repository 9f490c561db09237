import { defineSessionVariants } from './shared/define-session-variants.ts';
import type { SessionVariant } from './shared/define-session-variants.ts';

/** An id of four characters at most, which Windows numbers in decimal or in hexadecimal digits, from 0 or 1. */
const unlikeIds = ['0', '255', 'ff', '1F2C', '007'].map((sessionId): SessionVariant => ({
  sessionId,
  family: 'session-ids',
  variant: `SessionID ${sessionId}`,
}));

const again = { sessionId: 'L1', family: 'session-again' } as const;

/** Ids that a device has now and then. */
export const sessionIds = defineSessionVariants({
  id: 'session-ids',
  title: 'A device holds sessions with other ids, and one with the id of a session that it left',
  variants: [
    ...unlikeIds,
    { ...again, name: 'left', isKnock: true, variant: 'a session that is left' },
    { ...again, name: 'again', variant: 'the SessionID of one that was left' },
  ],
});
