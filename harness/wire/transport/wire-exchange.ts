import net from 'node:net';
import tls from 'node:tls';
import { breakageOf, unloadable, unoffered, type Breakage, type Progress } from '../exchange/broken-answer.ts';
import type { Answer, Connection, HttpRequest, HttpResponse, TlsBreak, TlsFacts } from '../exchange/exchange.ts';
import { isUnanswered, mayBeKept, type KeptConnections, type OpenConnection } from './kept-connections.ts';
import { distrustText } from './distrust.ts';
import { createMessageEndFinder } from './message-end.ts';
import { headLimits } from './raw-head.ts';
import { readRawResponse } from './raw-response.ts';
import { createReceivedBytes } from './received-bytes.ts';
import { UnloadableCertificate, VersionUnavailable } from './secure-contexts.ts';
import { readTlsFacts } from './tls-facts.ts';

/** Limits and trust of one exchange. */
export interface WireSettings {
  /** Milliseconds for the whole exchange, including the connection. */
  readonly timeoutMs: number;
  /** Bytes of a response body. */
  readonly maxBodyBytes: number;
  /** Made when the first connection needs it, because it takes a tenth of a second with the roots of Node. */
  readonly secureContext: (connection: Connection | undefined) => tls.SecureContext;
  /** Continues with a server whose certificate does not validate. */
  readonly tlsReportOnly: boolean;
  /** For requests that share a connection. */
  readonly kept: KeptConnections;
}

/** How long to wait for bytes past the announced end, after our side has closed the connection. Milliseconds. */
const graceMs = 50;

/** How many bytes of a too large body are kept. */
const keptOfTooLarge = 64 * 1024;

/**
 * Sends a request over its own connection, or over one that it shares, and reads the answer from the raw bytes. Over TLS, it sends no
 * byte of the request before it has judged the certificate. A server may close a connection at any time between two requests: if it
 * answers nothing, the request is sent again over a new one, as Windows does (RFC 9112 section 9.3.1).
 */
export async function exchangeOverWire(request: HttpRequest, settings: WireSettings): Promise<Answer> {
  const { kept } = settings;
  if (request.connection?.kept === undefined) return await exchangeOnce(request, settings);
  const open = kept.take(request);
  const first = open && (await exchangeOnce(request, settings, open));
  if (open && first && !isUnanswered(first)) return { ...first, connection: open.name };
  const name = kept.nameFor(request);
  return { ...(await exchangeOnce(request, settings, undefined, name)), connection: name };
}

/** `reused` is an open connection; `name` is that of a new one to be kept. */
function exchangeOnce(
  request: HttpRequest,
  settings: WireSettings,
  reused?: OpenConnection,
  name = reused?.name,
): Promise<Answer> {
  const url = new URL(request.url);
  const context = contextFor(url, request.connection, settings);
  if (context instanceof VersionUnavailable) {
    return Promise.resolve({ kind: 'broken', reason: 'unoffered', message: unoffered(url.host, context.message) });
  }
  if (context instanceof UnloadableCertificate) {
    return Promise.resolve({ kind: 'broken', reason: 'unsupported', message: unloadable(context.message) });
  }
  return new Promise((resolve) => {
    const received = createReceivedBytes();
    const finder = createMessageEndFinder(request.method);
    let facts = reused?.facts;
    let progress: Progress = reused ? 'open' : 'connecting';
    let protocol: string | undefined;
    let grace: NodeJS.Timeout | undefined;
    let isFinished = false;

    const finish = (answer: Answer, isKept = false): void => {
      isFinished = true;
      clearTimeout(deadline);
      clearTimeout(grace);
      for (const event of ['data', 'error', 'end', 'close', 'connect', 'keylog']) socket.removeAllListeners(event);
      if (isKept && name !== undefined) settings.kept.keep(request, { socket, name, ...(facts ? { facts } : {}) });
      else socket.on('error', () => undefined).destroy();
      resolve(facts ? withFacts(answer, facts) : answer);
    };
    const conclude = (breakage: Breakage): void => {
      if (isFinished) return;
      const answer = answerFrom(received.view(), request.method, breakage, settings.maxBodyBytes);
      finish(
        withBreak(answer, { ...(breakage.code ? { code: breakage.code } : {}), ...(protocol ? { protocol } : {}) }),
      );
    };
    const deadline = setTimeout(() => {
      const message = `${url.host} did not complete its answer within ${settings.timeoutMs} ms.`;
      conclude({ reason: 'timeout', message });
    }, settings.timeoutMs);

    const socket =
      reused?.socket ??
      open(url, context, (builtChain) => {
        progress = 'open';
        if (socket instanceof tls.TLSSocket) {
          facts = readTlsFacts(socket, builtChain);
          if (!facts.authorized && !settings.tlsReportOnly) {
            finish({ kind: 'broken', reason: 'tls', message: distrustText(url, facts, new Date()) });
            return;
          }
        }
        socket.write(requestBytes(request, url));
      });
    socket.on('connect', () => {
      if (progress === 'connecting') progress = 'handshake';
    });
    // The first key exists when the server has chosen a version (before TLS 1.3: when the client has accepted its certificate).
    socket.once('keylog', () => {
      if (socket instanceof tls.TLSSocket) protocol = socket.getProtocol() ?? undefined;
    });
    socket.on('data', (bytes: Buffer) => {
      received.append(bytes);
      const located = finder.locate(received.view());
      const bodyBytes = located.at === 'head' ? 0 : (located.bodyBytes ?? 0);
      if (bodyBytes > settings.maxBodyBytes || received.view().length > wireLimit(settings)) {
        conclude({ reason: 'too-large', message: tooLarge(url.host, settings.maxBodyBytes) });
      } else if (located.at === 'nowhere') {
        conclude({ reason: located.reason, message: located.message });
      } else if (located.at === 'body' && located.whole === 'yes' && !grace) {
        const answer =
          name === undefined ? undefined : answerFrom(received.view(), request.method, whole, settings.maxBodyBytes);
        if (answer?.kind === 'answered' && mayBeKept(answer.response)) {
          finish(answer, true);
          return;
        }
        grace = setTimeout(() => {
          conclude({ reason: 'closed', message: closed(url.host) });
        }, graceMs);
        socket.end();
      }
    });
    socket.once('error', (error) => {
      conclude(breakageOf(error, url.host, progress, request.connection?.tlsVersion));
    });
    socket.once('end', () => {
      conclude({ reason: progress === 'open' ? 'closed' : 'tls', message: closed(url.host) });
    });
    socket.once('close', () => {
      conclude({ reason: 'closed', message: closed(url.host) });
    });
    if (reused) socket.write(requestBytes(request, url));
  });
}

/** The answer is complete although the connection stays open. */
const whole: Breakage = { reason: 'other', message: 'The connection was kept.' };

/** The TLS settings of a connection; undefined for plain HTTP. */
function contextFor(
  { protocol }: URL,
  connection: Connection | undefined,
  { secureContext }: WireSettings,
): tls.SecureContext | VersionUnavailable | UnloadableCertificate | undefined {
  if (protocol === 'http:') return undefined;
  try {
    return secureContext(connection);
  } catch (error) {
    if (error instanceof VersionUnavailable || error instanceof UnloadableCertificate) return error;
    throw error;
  }
}

/** `onReady` gets the chain that Node built when it compared the name, if it did: to build it again takes long. */
function open(
  url: URL,
  secureContext: tls.SecureContext | undefined,
  onReady: (builtChain?: tls.PeerCertificate) => void,
): net.Socket {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!secureContext) {
    return net.connect({ host, port: Number(url.port || 80) }, () => {
      onReady();
    });
  }
  let builtChain: tls.PeerCertificate | undefined;
  return tls.connect(
    {
      host,
      port: Number(url.port || 443),
      servername: net.isIP(host) ? '' : host,
      secureContext,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      checkServerIdentity: (name, certificate) => {
        builtChain = certificate;
        return tls.checkServerIdentity(name, certificate);
      },
    },
    () => {
      onReady(builtChain);
    },
  );
}

function requestBytes({ method, headers, body, connection }: HttpRequest, url: URL): Buffer {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${url.pathname}${url.search} ${connection?.httpVersion ?? 'HTTP/1.1'}\r\n${fields.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

function answerFrom(bytes: Buffer, method: string, breakage: Breakage, maxBodyBytes: number): Answer {
  const reading = readRawResponse(bytes, { method, closed: breakage.reason === 'closed' });
  const { response } = reading;
  if (breakage.reason === 'too-large') return broken(breakage, response && shortened(response));
  if (reading.kind === 'whole' && reading.response.body.length <= maxBodyBytes) {
    return { kind: 'answered', response: reading.response };
  }
  if (reading.kind === 'unreadable') return broken(reading, response);
  return broken(breakage, response);
}

function broken({ reason, message }: Breakage, response: HttpResponse | undefined): Answer {
  return { kind: 'broken', reason, message, ...(response ? { response } : {}) };
}

function shortened(response: HttpResponse): HttpResponse {
  return { ...response, body: response.body.slice(0, keptOfTooLarge) };
}

function withFacts(answer: Answer, facts: TlsFacts): Answer {
  if (answer.kind === 'answered') return { ...answer, response: { ...answer.response, tls: facts } };
  return { ...answer, tls: facts };
}

function withBreak(answer: Answer, tlsBreak: TlsBreak): Answer {
  return answer.kind === 'broken' && answer.reason === 'tls' ? { ...answer, tlsBreak } : answer;
}

/** On the wire, a body of tiny chunks takes several times its size. */
function wireLimit({ maxBodyBytes }: WireSettings): number {
  return 2 * maxBodyBytes + 2 * headLimits.bytes;
}

function tooLarge(host: string, maxBodyBytes: number): string {
  return `The answer of ${host} is larger than ${maxBodyBytes} bytes; this tool did not read the rest.`;
}

function closed(host: string): string {
  return `${host} closed the connection before its answer was complete.`;
}
