import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { textOfRequest } from './message-text.ts';

/** What differs from one device or moment to the next, although the same is asked. */
const ofThisTime: readonly (readonly [RegExp, string])[] = [
  [/(<(?:[\w.-]+:)?(?:MessageID|Created|Expires)[^>]*>)[^<]*/g, '$1'],
  [/(\s(?:[\w.-]+:)?Id=)(?:"[^"]*"|'[^']*')/g, '$1""'],
  [/(ContextItem\s+Name="(?:DeviceID|HWDevID|DeviceName|MAC)"[^>]*>\s*<(?:[\w.-]+:)?Value[^>]*>)[^<]*/g, '$1'],
];

/** A PKCS #10 request: a key of its own each time. Its shape says whether one server can read it and another cannot. */
const certificateRequest = /(<(?:[\w.-]+:)?BinarySecurityToken[^>]*#PKCS10[^>]*>)[^<]*/g;

/** A text that two requests share if they ask the same and differ only in their time, their ids and their keys. */
export function questionOf(evidence: Evidence): string {
  const { request } = evidence.exchange;
  const shape = evidence.facts.certificateRequest?.shape ?? 'no request';
  const text = textOfRequest(evidence).replaceAll(certificateRequest, `$1${shape}`);
  const asked = ofThisTime.reduce((left, [what, by]) => left.replaceAll(what, by), text);
  return `${request.method} ${request.url} ${asked}`;
}
