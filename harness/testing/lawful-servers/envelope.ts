import { append, attribute, remove, replace, set, swap } from '../../engine/rule/departures.ts';
import type { Answering, Departure } from '../../engine/rule/counterexample.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { varyBody } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const all: readonly Answering[] = ['discover', 'get-policies', 'issue'];
const each = (departure: (on: Answering) => Departure): readonly Departure[] => all.map(departure);
/** Servers whose headers of SOAP are others. */
export const envelopeServers: readonly LawfulServer[] = [
  { name: 'traces nothing', departures: each((on) => remove(on, '//diag:ActivityId')) },
  { name: 'sends no CorrelationId', departures: each((on) => remove(on, '//@CorrelationId')) },
  {
    name: 'writes ActivityId in upper case',
    vary: varyBody((body) =>
      Buffer.from(
        Buffer.from(body)
          .toString()
          .replace(/(<ActivityId[^>]*>)([^<]*)/, (_, tag: string, id: string) => tag + id.toUpperCase()),
      ),
    ),
  },
  { name: 'sends no Timestamp', departures: [remove('issue', '//wsse:Security')] },
  {
    name: 'sends a Timestamp with every answer',
    departures: ['discover', 'get-policies'].map((on) =>
      append(
        on as Answering,
        '//s:Header',
        '<wsse:Security s:mustUnderstand="true"><u:Timestamp><u:Created>2026-01-15T10:30:00+01:00</u:Created><u:Expires>2026-01-15T10:35:00.123+01:00</u:Expires></u:Timestamp></wsse:Security>',
      ),
    ),
  },
  { name: 'has no mustUnderstand', departures: each((on) => remove(on, '//s:Header//@s:mustUnderstand')) },
  { name: 'has mustUnderstand true', departures: each((on) => set(on, '//a:Action/@s:mustUnderstand', 'true')) },
  { name: 'has its headers in another order', departures: each((on) => swap(on, '//a:Action')) },
  {
    name: 'has a MessageID of its own',
    departures: each((on) =>
      append(on, '//s:Header', '<a:MessageID>urn:uuid:6f0e1d3c-3a1c-4a55-9f41-0b1ad1b3b111</a:MessageID>'),
    ),
  },
  {
    name: 'has To and From headers',
    departures: each((on) =>
      append(
        on,
        '//s:Header',
        '<a:To>http://www.w3.org/2005/08/addressing/anonymous</a:To><a:From><a:Address>https://mdm.contoso.example/</a:Address></a:From>',
      ),
    ),
  },
  {
    name: 'marks its answer as a reply',
    departures: each((on) =>
      attribute(on, '//a:RelatesTo', 'RelationshipType', 'http://www.w3.org/2005/08/addressing/reply'),
    ),
  },
  {
    name: 'pads Action',
    vary: varyBody((body) =>
      Buffer.from(
        Buffer.from(body)
          .toString()
          .replace(/(<a:Action[^>]*>)([^<]*)/, '$1\n  $2\n'),
      ),
    ),
  },
  {
    name: 'has attributes of its own on Body',
    departures: each((on) => attribute(on, '//s:Body', `{${namespaces.u}}Id`, '_1')),
  },
  {
    name: 'has a header block of its own',
    departures: each((on) => append(on, '//s:Header', '<v:Node xmlns:v="urn:vendor">7</v:Node>')),
  },
  {
    name: 'answers enrollment in SOAP 1.1, as the samples do',
    departures: [replace('issue', namespaces.s, namespaces.s11)],
    advice: { 'envelope/enrollment-soap-version': 'open question Q2' },
  },
];
