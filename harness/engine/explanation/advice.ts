import { errorTypes } from '../../protocol/faults/error-types.ts';
import type { FaultEntry } from '../../protocol/faults/fault-entry.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { wrapHttpStatus } from '../../protocol/faults/http-status.ts';
import { subcodes } from '../../protocol/faults/subcodes.ts';
import { lookupFault } from '../../protocol/codes/lookup.ts';
import type { BreakReason } from '../../wire/exchange/exchange.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Advice } from './refusal.ts';
import { isCircle } from './redirect-cause.ts';
import { adviceAt, isElsewhere } from './wrong-address.ts';

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

const unread: Advice = {
  actor: 'server',
  remedy:
    'Send well-formed XML in the encoding that it declares: what is wrong with it, and in which line, stands above.',
};
const otherMessage: Advice = {
  actor: 'server',
  remedy: 'Answer with the SOAP message, as application/soap+xml, and refuse with a SOAP fault.',
};
const empty: Advice = {
  actor: 'server',
  remedy: 'Send the message in the body; a redirect that is followed as GET ends so too.',
};
const redirected: Advice = {
  actor: 'server',
  remedy: 'Answer a POST where it is sent, and name in DiscoverResponse the address that answers.',
};
const circle: Advice = {
  actor: 'server',
  remedy:
    'Answer a POST where it is sent; behind a proxy that ends TLS, tell the application that the request came over https.',
};
const packed: Advice = { actor: 'server', remedy: 'Send the body uncompressed: the request has no Accept-Encoding.' };
const back: Advice = { actor: 'server', remedy: 'Bring the service back, and check its health check.' };
const unreadFault: Advice = {
  actor: 'server',
  remedy: 'Write the fault as SOAP 1.2 has it, with one of the seven subcodes of MS-MDE2 2.2.10.',
};
const otherwise: Advice = { actor: 'server', remedy: "Look in the server's log for this request." };

/** The advice for a valid request that did not get its answer. */
export function adviceFor(item: Evidence, evidence: readonly Evidence[]): Advice {
  const { answer } = item.exchange;
  if (item.kind === 'discover' && isElsewhere(item, evidence)) return adviceAt(item.exchange.request.url);
  if (item.state === 'fault') return forFault(item);
  if (answer.kind === 'broken') return byBreak[answer.reason] ?? otherwise;
  const { status, body } = answer.response;
  if (status >= 300 && status < 400) return isCircle(item) ? circle : redirected;
  if (status === 200 && body.length === 0) return empty;
  if (status < 300) return forContent(item.trouble);
  if (status === 503 && item.headers('Retry-After').length > 0) return back;
  return adviceOf(lookupFault(formatHresult(wrapHttpStatus(status)))[0]) ?? otherwise;
}

/** For what came with a good status and is not the message. */
function forContent(trouble: string): Advice {
  if (trouble.includes('not readable XML') || trouble.includes('bytes after the document')) return unread;
  if (trouble.includes('that nobody asked for')) return packed;
  const [, name, namespace] = /\}(\w+) instead of \{([^}]+)\}\1$/.exec(trouble) ?? [];
  if (name === undefined || namespace === undefined) return otherMessage;
  return { actor: 'server', remedy: `Write ${name} in the namespace ${namespace}.` };
}

function adviceOf(entry: FaultEntry | undefined): Advice | undefined {
  return entry && { actor: entry.who[0], remedy: `${entry.remedy}.` };
}

/** What the tables say of another message, or of a fault in general, does not fit the first certificate of a device. */
const forFirstCertificate: Readonly<Record<string, Advice>> = {
  NotEligibleToRenew: {
    actor: 'server',
    remedy: 'Keep NotEligibleToRenew for renewals: this request asks for a first certificate.',
  },
  InvalidEnrollmentData: {
    actor: 'server',
    remedy:
      "Look in the server's log for what is wrong with the data; where a terms-of-use page handed out EnrollmentData, accept it.",
  },
};

function forFault({ kind, fault }: Evidence): Advice {
  const ofKind = kind === 'issue' ? forFirstCertificate[fault.errorType ?? ''] : undefined;
  if (ofKind) return ofKind;
  if (kind !== 'discover' && fault.errorType === undefined && fault.subcode === 'InternalServiceFault')
    return otherwise;
  const entry =
    errorTypes.find(({ wireName }) => wireName === fault.errorType) ??
    subcodes.find(({ wireName }) => wireName === fault.subcode);
  return adviceOf(entry) ?? unreadFault;
}
