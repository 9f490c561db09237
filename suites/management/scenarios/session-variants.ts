import type { ManageStep } from '../../../harness/device/client/steps.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { endOfSession } from '../../../harness/device/management/unnumbered.ts';
import type { Unnumbered } from '../../../harness/device/management/unnumbered.ts';
import { enrollForSessions, isHeld } from './shared/managed-device.ts';
import { requestPending } from '../shared/request-pending.ts';
import { alertVariants } from './shared/alert-variants.ts';
import { writtenForms } from './shared/written-forms.ts';

type Variant = Omit<ManageStep, 'sessionId' | 'name'> & { readonly sessionId?: string };

/** A session of four characters at most, which Windows numbers in decimal or in hexadecimal digits, from 0 or 1. */
const sessionIds = ['0', '255', 'ff', '1F2C', '007'].map((sessionId): Variant => ({
  sessionId,
  family: 'session-ids',
  variant: `SessionID ${sessionId}`,
}));

const ofFamily = (family: string, variants: Readonly<Record<string, Partial<ManageStep>>>): readonly Variant[] =>
  Object.entries(variants).map(([variant, step]) => ({ ...step, family, variant }));

const answerVariants = ofFamily('session-answers', {
  'a Status for each item': { answers: (own) => own.flatMap(forEachItem) },
  'the Results twice': { answers: (own) => own.flatMap(twice) },
  'commands that failed': { answers: (own) => own.filter(({ name }) => name !== 'Results').map(failed) },
});

const headerVariants = ofFamily('session-headers', {
  'header fields of joined and later clients': {
    headers: [
      ['DeviceToken', 'e30.e30.'],
      ['client-request-id', '7d1c6f31-0f4b-4d3c-9a54-2d3d1b6f6f0e'],
      ['UserAgentOrigin', '2'],
      ['MDM-GenericAlert', 'com.microsoft/MDM/LoginStatus'],
    ],
  },
  'the charset in Content-Type': {
    edits: [{ header: 'Content-Type', to: 'application/vnd.syncml.dm+xml; charset=utf-8' }],
  },
  'nobody is logged in': { login: 'none' },
});

/** MS-MDE2 2.2.9.3: the device still works on what it was told, and asks for time. */
const pending: Unnumbered = {
  name: 'Alert',
  code: '1224',
  items: [{ meta: { Type: requestPending }, data: '1' }],
};

const courses: readonly Variant[] = [
  { family: 'session-pending', variant: 'a message that asks for time', before: [pending] },
  { family: 'session-ended', variant: 'a device that ends the session', instead: [endOfSession] },
  { family: 'session-large', variant: 'a value of 256 KiB', answers: (own) => own.map(enlarged) },
  { family: 'session-repeated', variant: 'each message twice', isRepeated: true },
];

/** Sessions that a server has to hold like any other. */
export const sessionVariants: Scenario = {
  id: 'session-variants',
  title: 'A device holds sessions with other ids, alerts, forms of XML, header fields and answers',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const managed = await enrollForSessions(context, 'session-variants');
    const control = await managed?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!isHeld(control)) return;
    const variants = [
      ...sessionIds,
      ...ofFamily('session-alerts', alertVariants),
      ...ofFamily('session-writing', writtenForms),
      ...headerVariants,
      ...answerVariants,
      ...courses,
    ];
    for (const [index, variant] of variants.entries()) {
      await managed?.session({ sessionId: `V${index}`, ...variant, name: `variant-${index + 1}` });
    }
    await managed?.session({
      name: 'left',
      sessionId: 'L1',
      isKnock: true,
      family: 'session-again',
      variant: 'a session that is left',
    });
    await managed?.session({
      name: 'again',
      sessionId: 'L1',
      family: 'session-again',
      variant: 'the SessionID of one that was left',
    });
    await managed?.session({ name: 'control-after', control: true, sessionId: '2' });
  },
};

function twice(answer: Unnumbered): readonly Unnumbered[] {
  return answer.name === 'Results' ? [answer, answer] : [answer];
}

function forEachItem(answer: Unnumbered): readonly Unnumbered[] {
  if (answer.name !== 'Status' || answer.command !== 'Get') return [answer];
  return ['./DevDetail/SwV', './DevDetail/LrgObj'].map((targetRef) => ({ ...answer, targetRef }));
}

function failed(answer: Unnumbered): Unnumbered {
  return answer.name === 'Status' && answer.commandRef !== '0' ? { ...answer, code: '404' } : answer;
}

function enlarged(answer: Unnumbered): Unnumbered {
  if (answer.name !== 'Results') return answer;
  return { ...answer, items: answer.items.map((item) => ({ ...item, data: (item.data ?? '').padEnd(87_382, '.') })) };
}
