import type { Departure } from '../engine/rule/counterexample.ts';
import { answer, status } from '../engine/rule/departures.ts';
import { namespaces } from '../protocol/xml/namespaces.ts';

const text =
  `<s:Envelope xmlns:s="${namespaces.s}"><s:Body><RequestSecurityTokenResponseCollection xmlns="${namespaces.wst}">` +
  '<RequestSecurityTokenResponse/></RequestSecurityTokenResponseCollection></s:Body></s:Envelope>';

/** Answers what the reference server refuses as one that implements it might: with a response that carries no document. */
export const statusResponse: readonly Departure[] = [
  answer('issue fault', { as: 'text', text, contentType: 'application/soap+xml' }),
  status('issue fault', 200),
];
