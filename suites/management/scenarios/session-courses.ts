import { endOfSession } from '../../../harness/device/management/unnumbered.ts';
import type { Unnumbered } from '../../../harness/device/management/unnumbered.ts';
import { requestPending } from '../shared/request-pending.ts';
import { defineSessionVariants } from './shared/define-session-variants.ts';

/** MS-MDE2 2.2.9.3: the device still works on what it was told, and asks for time. */
const pending: Unnumbered = {
  name: 'Alert',
  code: '1224',
  items: [{ meta: { Type: requestPending }, data: '1' }],
};

/** Sessions that take another course than most. */
export const sessionCourses = defineSessionVariants({
  id: 'session-courses',
  title: 'A device asks for time in a session, ends one, sends a large value, and repeats its messages',
  variants: [
    { family: 'session-pending', variant: 'a message that asks for time', before: [pending] },
    { family: 'session-ended', variant: 'a device that ends the session', instead: [endOfSession] },
    { family: 'session-large', variant: 'a value of 256 KiB', answers: (own) => own.map(enlarged) },
    { family: 'session-repeated', variant: 'each message twice', isRepeated: true },
  ],
});

function enlarged(answer: Unnumbered): Unnumbered {
  if (answer.name !== 'Results') return answer;
  return { ...answer, items: answer.items.map((item) => ({ ...item, data: (item.data ?? '').padEnd(87_382, '.') })) };
}
