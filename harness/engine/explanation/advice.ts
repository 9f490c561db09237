import { errorTypes } from '../../protocol/faults/error-types.ts';
import type { FaultEntry, Party } from '../../protocol/faults/fault-entry.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { wrapHttpStatus } from '../../protocol/faults/http-status.ts';
import { subcodes } from '../../protocol/faults/subcodes.ts';
import { lookupFault } from '../../protocol/codes/lookup.ts';
import type { BreakReason } from '../../wire/exchange/exchange.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isElsewhere, usualAddresses } from './wrong-address.ts';

/** Who has to act, and what to do, as a sentence. */
export interface Advice {
  readonly actor: Party;
  readonly remedy: string;
}

const byBreak: Readonly<Partial<Record<BreakReason, Advice>>> = {
  dns: { actor: 'network', remedy: 'Publish the name in the DNS that devices ask.' },
  refused: { actor: 'network', remedy: 'Listen at this port, and let it through the firewall.' },
  reset: { actor: 'server', remedy: "Look in the server's log for what ended the connection on this message." },
  closed: { actor: 'server', remedy: "Look in the server's log for what ended the connection on this message." },
  timeout: {
    actor: 'server',
    remedy: 'Look what the service waits for, such as its certificate authority or data base.',
  },
  tls: {
    actor: 'certificate',
    remedy: 'Offer TLS 1.2 or later, with a certificate and a full chain that devices trust.',
  },
  framing: { actor: 'server', remedy: 'Send one Content-Length that is true, or a correct chunked coding.' },
  'too-large': { actor: 'server', remedy: 'Answer with the SOAP message alone; such messages have some kilobytes.' },
};

const empty: Advice = {
  actor: 'server',
  remedy: 'Send the message in the body; a redirect that is followed as GET ends so too.',
};
const redirected: Advice = {
  actor: 'server',
  remedy: 'Answer a POST where it is sent, and name in DiscoverResponse the address that answers.',
};
const unreadFault: Advice = {
  actor: 'server',
  remedy: 'Write the fault as SOAP 1.2 has it, with one of the seven subcodes of MS-MDE2 2.2.10.',
};
const otherwise: Advice = { actor: 'server', remedy: "Look in the server's log for this request." };

/** The advice for a valid request that did not get its answer. */
export function adviceFor(item: Evidence): Advice {
  const { answer } = item.exchange;
  if (item.kind === 'discover' && isElsewhere(item)) return { actor: 'user', remedy: usualAddresses };
  if (item.state === 'fault') return forFault(item);
  if (answer.kind === 'broken') return byBreak[answer.reason] ?? otherwise;
  const { status, body } = answer.response;
  if (status >= 300 && status < 400) return redirected;
  if (status === 200 && body.length === 0) return empty;
  return adviceOf(lookupFault(formatHresult(wrapHttpStatus(status)))[0]) ?? otherwise;
}

function adviceOf(entry: FaultEntry | undefined): Advice | undefined {
  return entry && { actor: entry.who[0], remedy: `${entry.remedy}.` };
}

function forFault({ fault }: Evidence): Advice {
  const entry =
    errorTypes.find(({ wireName }) => wireName === fault.errorType) ??
    subcodes.find(({ wireName }) => wireName === fault.subcode);
  return adviceOf(entry) ?? unreadFault;
}
