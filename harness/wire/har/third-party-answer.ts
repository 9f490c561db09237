import type { Answer, BreakReason, Framing, Header } from '../exchange/exchange.ts';
import type { HarEntry, HarResponse } from './har-format.ts';
import { holdsPlaceholder } from '../redaction/holds-placeholder.ts';
import { contentLengthsOf, transferEncodingOf } from '../transport/message-end.ts';

const reasons: readonly (readonly [BreakReason, RegExp])[] = [
  ['dns', /resolve|ENOTFOUND|NAME_NOT|\(6\)/i],
  ['refused', /refused|\(7\)/i],
  ['timeout', /time[d -]*out|\(28\)/i],
  ['reset', /reset|\(56\)/i],
  ['tls', /\btls\b|\bssl\b|certificate|CERT_|\(35\)|\(60\)/i],
  ['closed', /empty reply|closed|hang up|EMPTY_RESPONSE|\(52\)|\(18\)/i],
];

/** Translates the error text of another tool for an exchange without an answer. */
export function thirdPartyBreak({ response, _error }: HarEntry): Answer {
  const error = response._error ?? _error ?? '';
  if (error === '') return { kind: 'broken', reason: 'unrecorded', message: 'The recording has no answer.' };
  const [reason] = reasons.find(([, pattern]) => pattern.test(error)) ?? ['other'];
  return { kind: 'broken', reason, message: error };
}

/** Says that the recording lacks the body, so that nobody takes it for an empty one. */
export function unrecordedBody(size?: number): Pick<Extract<Answer, { kind: 'broken' }>, 'reason' | 'message'> {
  const bytes = size === undefined ? 'of unknown length' : `${size} bytes`;
  return { reason: 'unrecorded', message: `The recording lacks the body of this answer (${bytes}).` };
}

/** mitmproxy writes null in place of a body that it passed on without keeping it, with the size 0, and an empty text for an empty body. */
export function isPassedOn({ status, content }: HarResponse): boolean {
  return content?.text === null && status >= 200 && status !== 204 && status !== 304;
}

/**
 * How many bytes an answer had that another tool recorded without them. Some tools write an empty body in place of the one that they left
 * out, and only Content-Length tells. Undefined where nothing says that there were any.
 */
export function lackedBytes({ status, content }: HarResponse, headers: readonly Header[]): number | undefined {
  const [announced = ''] = contentLengthsOf(headers);
  const size = Math.max(content?.size ?? 0, /^\d+$/.test(announced.trim()) ? Number(announced) : 0);
  return size > 0 && status !== 304 ? size : undefined;
}

/**
 * The framing that follows from the recording of another tool: for HTTP/1.x without content coding, if the sizes agree
 * with the body. It is read before redaction, which changes the number of bytes; of a body that was redacted before, nothing follows.
 */
export function inferredFraming(
  response: HarResponse,
  headers: readonly Header[],
  body: Uint8Array,
): Framing | undefined {
  const { httpVersion, bodySize, content } = response;
  const isCoded = headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  const sizes = [content?.size, bodySize].filter((size) => typeof size === 'number' && size >= 0);
  if (!/^http\/1\.[01]$/i.test(httpVersion ?? '') || isCoded) return undefined;
  if (sizes.length === 0 || sizes.some((size) => size !== body.length)) return undefined;
  if (holdsPlaceholder(new TextDecoder().decode(body))) return undefined;
  const transferEncoding = transferEncodingOf(headers);
  return {
    contentLengths: contentLengthsOf(headers),
    ...(transferEncoding === undefined ? {} : { transferEncoding }),
    bodyBytes: body.length,
  };
}
