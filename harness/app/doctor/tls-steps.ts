import { isForHost, namesOf, readSentChain } from '../../protocol/pki/read/server-certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { isVersionRefused, tlsOf } from '../../engine/evidence/tls.ts';
import type { Exchange, TlsFacts } from '../../wire/exchange/exchange.ts';
import { readHttpDate } from '../../wire/exchange/http-date.ts';
import { judged, ok, skipped } from './step.ts';
import type { Owner, Problem, Step } from './step.ts';
import { exchangeOfTls12 } from './visit.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A certificate that expires sooner is worth a note. */
const soonMs = 21 * dayMs;

/** Judges TLS by the first exchange, and by the one that offered TLS 1.2 alone. */
export function tlsStep(exchanges: readonly Exchange[]): Step {
  const [first] = exchanges;
  if (!first) return skipped('tls', 'nothing was sent');
  const { url } = first.request;
  if (url.startsWith('http:')) return skipped('tls', 'the target is plain HTTP on loopback');
  const { answer } = first;
  const facts = tlsOf(first);
  if (answer.kind === 'broken' && (answer.reason === 'tls' || answer.reason === 'unoffered')) {
    return judged('tls', 'TLS did not come about', [brokenTls(answer.message, facts)]);
  }
  if (!facts) return skipped('tls', 'no handshake was seen');
  const chain = readSentChain(facts.peerChain);
  const problems = [...distrusted(facts, first), ...withoutTls12(exchanges), ...unsent(facts, first)];
  return judged('tls', handshakeOf(facts, chain, first), problems, expiry(chain, first));
}

/** Trust in an authority is a matter between this machine and the server; what else is wrong is the server's. */
const ofTrust = /SELF_SIGNED|UNABLE_TO_/;

function brokenTls(message: string, facts: TlsFacts | undefined): Problem {
  const isDistrust = facts?.authorized === false;
  const owner: Owner = isDistrust && !ofTrust.test(facts.error ?? '') ? 'target' : 'network';
  if (!isDistrust) {
    const remedy = message.includes('does not speak TLS')
      ? 'correct the port, or turn TLS on: something else than TLS answers there'
      : 'offer TLS 1.2 or later there, and ask for no client certificate at this address';
    return { owner, isBarrier: true, what: clause(message), remedy };
  }
  const [what = '', helps = ''] = message.split(' So this tool sent nothing. ');
  return { owner, isBarrier: true, what: clause(what), remedy: clause(helps) };
}

/** With `--tls-report-only` only. */
function distrusted(facts: TlsFacts, { request }: Exchange): Problem[] {
  if (facts.authorized) return [];
  const what = `the certificate of ${new URL(request.url).host} does not validate (${facts.error ?? 'unknown error'}); --tls-report-only went on`;
  return [{ owner: 'target', what, remedy: 'leave --tls-report-only out to see the cause' }];
}

function withoutTls12(exchanges: readonly Exchange[]): Problem[] {
  const asked = exchanges.find(({ label }) => label?.name === exchangeOfTls12);
  if (!asked || !isVersionRefused(asked)) return [];
  const what = 'TLS 1.2 is refused, and Windows 10 offers nothing later (check transport/common-tls-version)';
  return [{ owner: 'target', what, remedy: 'turn TLS 1.2 on beside TLS 1.3' }];
}

function unsent(facts: TlsFacts, { request }: Exchange): Problem[] {
  if (!facts.unsent || !facts.authorized) return [];
  const names = readSentChain(facts.unsent).map(({ subject }) => `"${subject.toString()}"`);
  const { host } = new URL(request.url);
  const what = `${host} does not send the intermediate ${names.join(', ')}; only the trust of this machine had it`;
  return [{ owner: 'target', what, remedy: 'let the server send its whole chain, but for the root' }];
}

function handshakeOf(
  { protocol, peerChain }: TlsFacts,
  chain: readonly Certificate[],
  { request, startedAt }: Exchange,
): string {
  const [leaf] = chain;
  const version = protocol.replace('TLSv', 'TLS ');
  if (!leaf) return version;
  const host = new URL(request.url).hostname.replace(/^\[(.*)\]$/, '$1');
  const days = Math.floor((leaf.notAfter.getTime() - Date.parse(startedAt)) / dayMs);
  const name = isForHost(leaf, host) ? `for ${host}` : `for ${namesOf(leaf)}`;
  return `${version}, a chain of ${peerChain.length}, ${name}, valid for ${days} more days`;
}

function expiry(chain: readonly Certificate[], { startedAt }: Exchange): string[] {
  const now = Date.parse(startedAt);
  return chain
    .filter(({ notAfter }) => notAfter.getTime() > now && notAfter.getTime() - now < soonMs)
    .map(({ subject, notAfter }) => `"${subject.toString()}" expires soon, on ${notAfter.toISOString()}`);
}

/** Clocks may differ so much: what is signed or issued now is then hardly taken for something of the future or the past. */
const mostSkewMs = 2 * 60_000;

/** Compares the Date fields of the answers with the clock of this machine; a Date counts whole seconds, and an exchange takes time. */
export function clockStep(exchanges: readonly Exchange[]): Step {
  const read = exchanges.flatMap((exchange) => {
    const { startedAt, durationMs, answer } = exchange;
    const dates = (answer.response?.headers ?? []).filter(([name]) => name.toLowerCase() === 'date');
    const start = Date.parse(startedAt);
    const date = readHttpDate(dates[0]?.[1].trim() ?? '', new Date(start));
    return date === undefined ? [] : [{ least: date - (start + durationMs), most: date + 1000 - start }];
  });
  if (read.length === 0) return skipped('clock', 'no answer has a Date that can be read');
  const least = Math.max(...read.map((one) => one.least));
  const most = Math.min(...read.map((one) => one.most));
  const skew = least > 0 ? least : most < 0 ? most : 0;
  if (Math.abs(skew) <= mostSkewMs) {
    const bound = Math.max(1, Math.ceil(Math.max(Math.abs(least), Math.abs(most)) / 1000));
    return ok('clock', `the clocks of the target and of this machine differ by ${bound} s at most`);
  }
  const now = exchanges[0]?.startedAt ?? '';
  const side = skew > 0 ? 'ahead of' : 'behind';
  const what = `the clock of the target is ${duration(Math.abs(skew))} ${side} that of this machine, which shows ${now}`;
  const remedy =
    'set the wrong one of both by NTP; a certificate issued by a clock ahead is not valid yet, and a signed message is too old';
  return judged('clock', what, [{ owner: 'target', what, remedy }]);
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** Without the full stop. */
function clause(text: string): string {
  return text.trim().replace(/\.$/, '');
}
