import { STATUS_CODES } from 'node:http';
import type { Replacement } from '../../engine/rule/counterexample.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import type { Fault } from '../services/fault.ts';
import { withBody, withHeader } from '../mount/reply.ts';

/** Complete answers that may replace the answer to the same request. */
export interface Substitutes {
  readonly fault: (fault: Fault) => HttpResponse;
  /** The success that the same request would get without its defect. */
  readonly success: () => HttpResponse;
}

/** Replaces the answer. A replacement that is not SOAP keeps the status and the other header fields. */
export function replaceAnswer(
  response: HttpResponse,
  replacement: Replacement,
  substitutes: Substitutes,
): HttpResponse {
  switch (replacement.as) {
    case 'empty':
      return withBody(response, new Uint8Array());
    case 'html':
      return withText(response, 'text/html; charset=utf-8', htmlPage(response.status));
    case 'json':
      return withText(response, 'application/json', `{"status":${response.status},"error":"request failed"}`);
    case 'text':
      return withText(response, replacement.contentType ?? 'text/plain; charset=utf-8', replacement.text);
    case 'fault':
      return substitutes.fault(asFault(replacement));
    case 'control':
      return substitutes.success();
  }
}

function asFault({ subcode, errorType }: Extract<Replacement, { as: 'fault' }>): Fault {
  const reason = `The server refuses with ${errorType ?? subcode}.`;
  return errorType === undefined ? { subcode, reason } : { subcode, reason, errorType };
}

function withText(response: HttpResponse, contentType: string, text: string): HttpResponse {
  const headers = withHeader(response.headers, 'Content-Type', contentType);
  return withBody({ ...response, headers }, Buffer.from(text, 'utf8'));
}

function htmlPage(status: number): string {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}
