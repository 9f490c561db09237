import { namespaces } from '../../protocol/xml/namespaces.ts';
import { writeXml, type XmlObject } from '../../protocol/xml/write.ts';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';
import { httpResponse } from '../mount/reply.ts';
import type { Identifiers } from './identifiers.ts';

/** What the answers of one server have in common. */
export interface Desk {
  readonly now: () => Date;
  readonly identifiers: Identifiers;
}

/** One SOAP answer. */
export interface Message {
  readonly status: 200 | 500;
  readonly action: string;
  /** The MessageID of the request as it was sent; missing if it could not be read. */
  readonly relatesTo: string | undefined;
  /** Adds a wsse:Security header with a Timestamp around now. */
  readonly timestamp?: boolean;
  /** Header blocks besides those that every answer has; their prefix `s` is bound. */
  readonly blocks?: XmlObject;
  readonly body: XmlObject;
}

/** An element without content that is nil (XML Schema Part 1 section 2.6.2); the Body declares `xsi`. */
export const nil = { '@_xsi:nil': 'true' } as const;

/** Writes a SOAP 1.2 message into an HTTP response. */
export function soapResponse(message: Message, { now, identifiers }: Desk): HttpResponse {
  const instant = now();
  const activity = identifiers.uuid();
  const envelope = {
    's:Envelope': {
      '@_xmlns:s': namespaces.s,
      '@_xmlns:a': namespaces.a,
      '@_xmlns:u': namespaces.u,
      's:Header': {
        'a:Action': { '@_s:mustUnderstand': '1', '#text': message.action },
        ...(message.relatesTo === undefined ? {} : { 'a:RelatesTo': message.relatesTo }),
        ActivityId: { '@_xmlns': namespaces.diag, '@_CorrelationId': identifiers.uuid(), '#text': activity },
        ...message.blocks,
        ...(message.timestamp === true ? { 'o:Security': security(instant) } : {}),
      },
      's:Body': { '@_xmlns:xsi': namespaces.xsi, ...message.body },
    },
  };
  return httpResponse(message.status, soapHeaders(instant), Buffer.from(writeXml(envelope), 'utf8'));
}

/** Header fields that every answer carries. The connection carries one exchange. */
export function commonHeaders(instant: Date): readonly Header[] {
  return [
    ['Date', instant.toUTCString()],
    ['Cache-Control', 'no-cache'],
    ['Connection', 'close'],
  ];
}

function soapHeaders(instant: Date): readonly Header[] {
  return [['Content-Type', 'application/soap+xml; charset=utf-8'], ...commonHeaders(instant)];
}

/** Five minutes, which begin one minute ago, so that a device with a slow clock accepts it. */
function security(instant: Date): XmlObject {
  const at = (seconds: number) => new Date(instant.getTime() + seconds * 1000).toISOString();
  return {
    '@_xmlns:o': namespaces.wsse,
    '@_s:mustUnderstand': '1',
    'u:Timestamp': { '@_u:Id': '_0', 'u:Created': at(-60), 'u:Expires': at(240) },
  };
}
