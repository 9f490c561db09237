import { expect, test } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf } from '../../app/stored-session.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { behaves } from '../../engine/rule/departures.ts';
import { readHar, serialiseHar } from '../../wire/har/har.ts';
import { rendered, renderedInAll } from '../../../reports/testing/rendered.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { checks } from '../../../suites/index.ts';
import { referenceHar } from '../reference-run.ts';
import { varying } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';
import { behind, document, edit, fields, into } from './edits.ts';

const password = 'Zebra#"Quilt"7&moss';
const user = { email: 'user@contoso.example', password };
const xml = password.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const base64 = Buffer.from(password).toString('base64');
/** So long that a quotation of 100 characters ends within the password. */
const lead = (length: number): string => 'x '.repeat(length / 2);

const answer =
  (body: string | Uint8Array, type: string, more: Partial<{ status: number; location: string }> = {}): Vary =>
  (response, { kind }) =>
    kind === 'issue'
      ? {
          ...response,
          status: more.status ?? 500,
          body: Buffer.from(body),
          headers: [
            ['Content-Type', type],
            ['Content-Length', String(Buffer.byteLength(body))],
            ...(more.location === undefined ? [] : [['Location', more.location] as const]),
          ],
        }
      : response;

const fault = (text: string, trace: string): string =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value>` +
  `<s:Subcode><s:Value>s:Authentication</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">${text}</s:Text></s:Reason>` +
  `<s:Detail><DeviceEnrollmentServiceError xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment"><ErrorType>${text}` +
  `</ErrorType><Message>${text}</Message><TraceId>${trace}</TraceId></DeviceEnrollmentServiceError></s:Detail></s:Fault></s:Body></s:Envelope>`;

const cuts = [7, 9, 10, 13, 17].flatMap((kept): [string, Vary][] => [
  [`in a text that ends after ${kept} letters of it`, answer(`no: ${password.slice(0, kept)}`, 'text/plain')],
  [
    `in markup that ends after ${kept} letters of it`,
    answer(`<a>${password.slice(0, kept).replaceAll('"', '&quot;')}&qu`, 'text/xml'),
  ],
  [
    `in base64 that ends after ${kept} letters of it`,
    answer(`<a>${base64.slice(0, Math.ceil(kept / 3) * 4)}`, 'text/xml'),
  ],
  [
    `in UTF-16 that ends after ${kept} letters of it`,
    answer(Buffer.from(`\uFEFF<a>${password.slice(0, kept)}`, 'utf16le').subarray(0, -1), 'text/xml'),
  ],
]);

const leads = [60, 70, 76, 80, 84, 88, 90, 94, 96].flatMap((length): [string, Vary][] => [
  [`in a title behind ${length} letters`, answer(`<!DOCTYPE html><title>${lead(length)}${xml}</title>`, 'text/html')],
  [
    `in JSON behind ${length} letters`,
    answer(JSON.stringify({ error: `${lead(length)}${password}` }), 'application/json'),
  ],
  [`in a plain text behind ${length} letters`, answer(`${lead(length)}${password}`, 'text/plain')],
  [
    `in a fault behind ${length} letters`,
    answer(fault(`${lead(length)}${xml}`, `${lead(length)}${xml}`), 'application/soap+xml'),
  ],
]);

const places: readonly [place: string, vary?: Vary | undefined, departures?: readonly Departure[]][] = [
  ['in an element', edit('issue', into('RequestedSecurityToken', `<e>${xml}</e>`))],
  [
    'divided by comments, CDATA and instructions',
    edit('issue', into('RequestedSecurityToken', `<e>Zeb<!-- x -->ra#<![CDATA["Qu]]>il<?a b?>t&quot;7&amp;moss</e>`)),
  ],
  [
    'divided in a value that is quoted',
    edit('discover', (text) =>
      text.replace(/>OnPremise</, `>Zeb<!-- x -->ra#<![CDATA["Qu]]>il<?a b?>t&quot;7&amp;moss<`),
    ),
  ],
  ['as a policy', edit('discover', (text) => text.replace(/>OnPremise</, `>${xml}<`))],
  [
    'as an address',
    edit('discover', (text) =>
      text.replace(/(EnrollmentServiceUrl>)[^<]*/, `$1https://h.example/${encodeURIComponent(password)}`),
    ),
  ],
  ['as a header value', fields('issue', ['Content-Type', `text/${encodeURIComponent(password)}`])],
  [
    'in the status text',
    (response, { kind }) => (kind === 'issue' ? { ...response, status: 500, statusText: password } : response),
  ],
  [
    'in a Location',
    answer('', 'text/plain', { status: 302, location: `https://h.example/?a=${encodeURIComponent(password)}` }),
  ],
  [
    'in an address of the document',
    document(
      behind(
        `<characteristic type="APPLICATION"><parm name="APPID" value="w7"/><parm name="ADDR" value="https://h.example/${encodeURIComponent(password)}"/></characteristic>`,
      ),
    ),
  ],
  [
    'as the name of a store',
    document(behind(`<characteristic type="${xml}"><parm name="${xml}" value="${xml}"/></characteristic>`)),
  ],
  ['in the subject of the certificate', undefined, [behaves({ leaf: { subject: `CN=${escapedName(password)}` } })]],
  [
    'in the subject of an authority',
    undefined,
    [behaves({ intermediate: { subject: `O=${escapedName(password)}`, notAfterDays: -1 } })],
  ],
  [
    'in the subject of the root',
    undefined,
    [behaves({ root: { subject: `CN=${escapedName(base64)}`, notAfterDays: -1 } })],
  ],
  [
    'in the subject of a renewed certificate',
    undefined,
    [behaves({ renewed: { subject: `CN=${escapedName(password)}` } })],
  ],
  ...leads,
  ...cuts,
];

/** RFC 4514. */
function escapedName(text: string): string {
  return text.replace(/["#+,;<=>\\]/g, '\\$&');
}

/** A text and what is base64 in it. */
function layersOf(text: string, depth = 3): string[] {
  if (depth === 0) return [text];
  const runs = text.match(/[A-Za-z0-9+/_-]{8}[A-Za-z0-9+/_-]*/g) ?? [];
  return [text, ...runs.flatMap((run) => layersOf(Buffer.from(run, 'base64').toString('latin1'), depth - 1))];
}

/** Six letters of it in a row, as they are or escaped in the ways that reports escape. */
const letters = Array.from({ length: password.length - 5 }, (_, index) => password.slice(index, index + 6));
const parts = [
  ...new Set(
    letters.flatMap((part) => [
      part,
      part.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
      part.replaceAll('&', '&amp;').replaceAll('"', '&#34;'),
      part.replaceAll('"', '\\"'),
      encodeURIComponent(part),
    ]),
  ),
];

test.each<[place: string, vary?: Vary | undefined, departures?: readonly Departure[]]>(places)(
  'a server that writes the password %s gets no part of it into a report',
  { timeout: 60_000 },
  async (place, vary, departures = []) => {
    const har = await referenceHar({
      scenarios: departures.length === 0 ? [windowsEnrollment] : [windowsEnrollment, renewal],
      user,
      departures,
      ...(vary ? { between: (transport) => varying(vary)(transport) } : {}),
    });
    const session = readHar(serialiseHar(har));
    const results = assess(session, checks, occasionOf(session, 'live', ''));
    const outputs = {
      har: serialiseHar(har),
      ...Object.fromEntries(await (isCut(place) ? renderedInBoth : renderedInAll)(results, session)),
      summary: renderSummary(results, { colour: false, verbose: true }),
    };
    const leaks = Object.entries(outputs).flatMap(([name, text]) => {
      const layers = layersOf(unsearched(shown(name, text))).join('\n');
      return parts.filter((part) => layers.includes(part)).map((part) => `${part} in ${name}`);
    });
    expect(leaks).toEqual([]);
    expect(results.judgements.filter(({ outcome }) => outcome === 'errored')).toEqual([]);
    expect(results.verdict).not.toBe('unsound');
    if (departures.length > 0) expect(results.verdict).toBe('incomplete');
  },
);

const quotations: ReadonlySet<string> = new Set([...leads, ...cuts].map(([place]) => place));

/** Where a quotation ends is settled before any format; the others are made of `results.json`, which is searched whole. */
function isCut(place: string): boolean {
  return quotations.has(place);
}

async function renderedInBoth(results: Results, session: Session): Promise<ReadonlyMap<string, string>> {
  const both = [await rendered('json', results, session), await rendered('html', results, session)];
  return new Map(both.flatMap((files) => [...files]));
}

const searched = new Set<string>();

/** The lines that no text before held: most of a report is equal whatever the server writes. No part of the password spans two. */
function unsearched(text: string): string {
  const lines = text.split('\n').filter((line) => !searched.has(line));
  for (const line of lines) searched.add(line);
  return lines.join('\n');
}

/** Without what a format puts between the characters of a text: places to break a line, and the escapes of Markdown. */
function shown(name: string, text: string): string {
  return /[.]md$|^oscal/u.test(name)
    ? text.replaceAll('\\', '').replaceAll('&#8203;', '')
    : text.replaceAll('<wbr />', '');
}
