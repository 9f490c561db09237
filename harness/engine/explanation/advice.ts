import { errorTypes } from '../../protocol/faults/error-types.ts';
import { subcodes } from '../../protocol/faults/subcodes.ts';
import type { BreakReason } from '../../wire/exchange/exchange.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Actor } from './refusal.ts';
import { isElsewhere, usualAddresses } from './wrong-address.ts';

/** Who has to act, and what to do, as a sentence. */
export interface Advice {
  readonly actor: Actor;
  readonly remedy: string;
}

/** By HTTP status, for an answer that is no fault. */
const byStatus: Readonly<Record<number, Advice>> = {
  200: {
    actor: 'server',
    remedy: 'Answer with the SOAP message, in application/soap+xml, and refuse with a SOAP fault.',
  },
  400: { actor: 'server', remedy: "Look for the reason in the server's log, and refuse with a SOAP fault." },
  401: {
    actor: 'gateway',
    remedy:
      'Let requests of devices through to the service without a sign-in of the gateway; the credential is in the message.',
  },
  403: {
    actor: 'gateway',
    remedy: 'Allow this path and the User-Agent "ENROLLClient" in the firewall or web application firewall.',
  },
  404: { actor: 'server', remedy: 'Compare the address with the one that the server serves, letter by letter.' },
  405: { actor: 'server', remedy: 'Route POST to the service at this address.' },
  407: { actor: 'network', remedy: 'Exempt the host from the sign-in of the proxy.' },
  411: { actor: 'gateway', remedy: 'Take requests whatever their framing is.' },
  413: {
    actor: 'gateway',
    remedy: 'Raise the limit for bodies of requests; a token and a certificate request need some kilobytes.',
  },
  415: { actor: 'server', remedy: 'Take application/soap+xml with any parameter.' },
  429: { actor: 'server', remedy: 'Wait as long as Retry-After says, or raise the limit for this machine.' },
  500: { actor: 'server', remedy: "Look for the exception in the server's log, and refuse with a SOAP fault." },
  501: { actor: 'server', remedy: 'Route POST to the service at this address.' },
  502: { actor: 'gateway', remedy: 'Look why the gateway does not reach the service behind it.' },
  503: { actor: 'server', remedy: 'Wait until the service is back, or look why it is down.' },
  504: { actor: 'gateway', remedy: 'Look why the service behind the gateway answers too late.' },
};

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
  return byStatus[status] ?? (status >= 500 ? byStatus[500] : undefined) ?? otherwise;
}

function forFault({ fault }: Evidence): Advice {
  const entry =
    errorTypes.find(({ wireName }) => wireName === fault.errorType) ??
    subcodes.find(({ wireName }) => wireName === fault.subcode);
  if (!entry) return unreadFault;
  return { actor: entry.cause, remedy: `${entry.remedy}.` };
}
