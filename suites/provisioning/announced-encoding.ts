import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import { signsOf } from '../../harness/engine/evidence/device-signs.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { isUnreadRequest } from '../../harness/engine/evidence/unread-request.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { headerCode } from '../../harness/protocol/syncml/header-code.ts';
import { parmsNamed, valueOf } from './shared/parms.ts';

const [xml, wbxml] = ['application/vnd.syncml.dm+xml', 'application/vnd.syncml.dm+wbxml'];
const first = { on: 'manage fault', asked: '<MsgID>1</MsgID>' } as const;

/** Where a message is refused for another reason, or for none that can be read, `management/answer` says so. */
export const announcedEncoding = defineCheck({
  id: 'provisioning/announced-encoding',
  title: 'The management server takes the first message of a device in the encoding that DEFAULTENCODING announces',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['PROV-25'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that was refused so sends its message in the other encoding' },
  remedy: 'Announce the encoding that the management server reads, and read what you announce.',
  needs: { across: ['issue', 'manage'], filter: 'answered', atLeast: 2 },
  applies: {
    when: 'the document of a device with sessions has a DEFAULTENCODING of the two that there are',
    test: (exchanges) => announced(exchanges).length > 0,
  },

  *judge(exchanges) {
    const messages = announced(exchanges);
    for (const { message } of messages.filter(({ encoding }) => encoding === xml)) {
      const refusal = refusalOf(message);
      if (refusal === undefined) continue;
      yield {
        message: `A message in ${xml}, as the document announces it, got ${refusal}`,
        at: message.at('status'),
      };
    }
    const unwritten = messages.find(({ encoding }) => encoding === wbxml);
    if (!unwritten) return;
    const { index } = unwritten.message.exchange;
    throw new UnusableEvidence(`the document announces ${wbxml}, and the message of exchange ${index} is XML`);
  },

  counterexamples: [
    { name: 'HTTP 415', ...first, status: 415 },
    { name: 'Status 415', ...first, xml: { op: 'set', at: '//sync:Status[1]/sync:Data', to: '415' } },
  ],
});

interface Announced {
  readonly message: Evidence;
  readonly encoding: string;
}

/** The first messages of sessions, each with what the document of its device announces. */
function announced(exchanges: readonly Evidence[]): readonly Announced[] {
  return exchanges
    .filter((item) => item.kind === 'manage' && !isUnreadRequest(item) && item.managing.messageId === '1')
    .flatMap((message) => {
      const issue = exchanges.findLast((item) => isBefore(item, message) && isOfOne(item, message));
      const [parm] = issue ? parmsNamed(issue.provisioning.application, 'DEFAULTENCODING') : [];
      const encoding = parm && valueOf(parm);
      return encoding === xml || encoding === wbxml ? [{ message, encoding }] : [];
    });
}

function isBefore({ kind, state, exchange }: Evidence, message: Evidence): boolean {
  return kind === 'issue' && state === 'success' && exchange.index < message.exchange.index;
}

/** A run says which device sent a message. A recording has the DeviceID in both. */
function isOfOne(issue: Evidence, message: Evidence): boolean {
  const [one, other] = [issue.exchange.label, message.exchange.label];
  if (one && other) return one.scenario === other.scenario && one.flow === other.flow && one.way === other.way;
  const { source } = message.managing;
  return source !== undefined && signsOf(issue).device === source.replaceAll('-', '').toLowerCase();
}

/** How the server says that it does not read this encoding. */
function refusalOf(message: Evidence): string | undefined {
  if (message.response.status === 415) return 'HTTP 415';
  const code = headerCode(message.managed);
  if (code === '415') return 'Status 415 for SyncHdr';
  if (message.state === 'success' || isChallenge(message)) return undefined;
  throw new UnusableEvidence(`exchange ${message.exchange.index} got ${message.trouble}`, 'management/answer');
}
