import { createPrivateKey, X509Certificate } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Answer, Connection, HttpRequest, Transport } from '../../wire/exchange/exchange.ts';
import { readRawResponse } from '../../wire/transport/raw-response.ts';
import type { ReferenceServer } from './handler.ts';
import { rawReply } from './raw-reply.ts';
import type { Reply } from './reply.ts';

/** A TLS defect without TLS to show it: an internal error. */
export class NoTlsInProcess extends Error {
  override readonly name = 'NoTlsInProcess';
}

/** Waits for that many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/**
 * A transport without sockets. It writes the bytes that a connection would carry and reads them back, so that the facts
 * about framing are true. `wait` delays a late answer: in real time by default, or by the clock of the caller.
 */
export function inProcessTransport(server: ReferenceServer, wait: Wait = (delay) => setTimeout(delay)): Transport {
  const [defect] = server.tlsDefects.values();
  if (defect !== undefined) {
    throw new NoTlsInProcess(`the TLS defect "${defect}" cannot show in process: listen instead`);
  }
  const provenCertificate = createCertificateProof();
  return async (request) => {
    const reply = await server.handle(received(request), provenCertificate(request.connection));
    if (reply.connection === undefined && reply.delayMs !== undefined) await wait(reply.delayMs);
    return answerIn(reply, request);
  };
}

/** What a client with patience makes of a reply. */
export function answerIn(reply: Reply, request: HttpRequest): Answer {
  if (reply.connection === 'close') return closedEarly(request);
  if (reply.connection === 'delay') return late(request);
  return readBack(rawReply(reply), request);
}

/** The request as a listener receives it: of the connection, only the version in the request line remains. */
function received({ method, url, headers, body, connection }: HttpRequest): HttpRequest {
  const { httpVersion } = connection ?? {};
  return { method, url, headers, body, ...(httpVersion ? { connection: { httpVersion } } : {}) };
}

/**
 * Gives the certificate that a client proves to hold. One without its key, or with another key, proves nothing: a handshake would fail. The
 * messages of a session show the same certificate, which is examined once.
 */
function createCertificateProof(): (connection?: Connection) => string | undefined {
  const examined = new Map<string, boolean>();
  return ({ clientCertificate } = {}) => {
    const { certificate, privateKey } = clientCertificate ?? {};
    if (certificate === undefined || privateKey === undefined) return undefined;
    const shown = certificate + privateKey;
    const isProven =
      examined.get(shown) ?? new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
    examined.set(shown, isProven);
    return isProven ? certificate : undefined;
  };
}

/** Reads the bytes of an answer whose connection ends after them; without any, the connection was closed. */
export function readBack(bytes: Uint8Array, request: Pick<HttpRequest, 'method' | 'url'>): Answer {
  const reading = readRawResponse(Buffer.from(bytes), { method: request.method, closed: true });
  if (reading.kind === 'whole') return { kind: 'answered', response: reading.response };
  const { response } = reading;
  const why = reading.kind === 'unreadable' ? reading : closedEarly(request);
  return { kind: 'broken', reason: why.reason, message: why.message, ...(response === undefined ? {} : { response }) };
}

function closedEarly({ url }: Pick<HttpRequest, 'url'>) {
  const message = `${new URL(url).host} closed the connection before its answer was complete.`;
  return { kind: 'broken', reason: 'closed', message } as const;
}

function late({ url }: HttpRequest): Answer {
  return { kind: 'broken', reason: 'timeout', message: `${new URL(url).host} did not complete its answer in time.` };
}
