import { escapeText } from '../../xml/escape.ts';

/** One record of a log of our own making. */
export interface SampleEvent {
  readonly id: number;
  /** The values of EventData, by name: `Message1`, `HexInt1`. */
  readonly values: Readonly<Record<string, string>>;
  /** What Windows prints of it. */
  readonly message: string;
  /** Seconds after the first record. */
  readonly after?: number;
  readonly provider?: string;
  readonly activity?: string;
}

export const mdmProvider = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
export const signInProvider = 'Microsoft-Windows-AAD';
/** When golden sessions take place too. */
const begin = Date.UTC(2026, 0, 15, 9, 30, 0);

const timeOf = ({ after = 0 }: SampleEvent): Date => new Date(begin + after * 1000);

const local = (event: SampleEvent): string => {
  const [, month, day, hour, rest] = /-(\d\d)-(\d\d)T(\d\d):(\d\d:\d\d)/.exec(timeOf(event).toISOString()) ?? [];
  return `${Number(month)}/${Number(day)}/2026 ${Number(hour) % 12 || 12}:${rest} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
};

function record(event: SampleEvent, isRendered: boolean): string {
  const { id, values, message, provider = mdmProvider, activity } = event;
  const data = Object.entries(values).map(([name, value]) => `<Data Name='${name}'>${escapeText(value)}</Data>`);
  const correlation = activity === undefined ? '<Correlation/>' : `<Correlation ActivityID='{${activity}}'/>`;
  const rendered = `<RenderingInfo Culture='en-US'><Message>${escapeText(message)}</Message><Level>Error</Level></RenderingInfo>`;
  return [
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>`,
    `<EventID>${id}</EventID><Level>2</Level><TimeCreated SystemTime='${timeOf(event).toISOString().replace('Z', '1234Z')}'/>`,
    `${correlation}<Channel>${provider}/Admin</Channel><Computer>pc</Computer></System>`,
    `<EventData>${data.join('')}</EventData>${isRendered ? rendered : ''}</Event>`,
  ].join('');
}

/** What `wevtutil qe LOG /f:xml` prints: one record a line, without a root. */
export const wevtutilXml = (events: readonly SampleEvent[]): string =>
  events.map((event) => `${record(event, false)}\r\n`).join('');

/** The same with `/f:RenderedXml`. */
export const renderedXml = (events: readonly SampleEvent[]): string =>
  events.map((event) => `${record(event, true)}\r\n`).join('');

/** What `wevtutil qe LOG /f:text` prints, or without English names of fields. */
export const wevtutilText = (events: readonly SampleEvent[], isEnglish = true): string =>
  events
    .map((event, index) =>
      [
        `Event[${index}]${isEnglish ? '' : ':'}`,
        `  ${isEnglish ? 'Log Name' : 'Protokollname'}: ${event.provider ?? mdmProvider}/Admin`,
        `  ${isEnglish ? 'Source' : 'Quelle'}: ${event.provider ?? mdmProvider}`,
        `  ${isEnglish ? 'Date' : 'Datum'}: ${timeOf(event).toISOString().replace('Z', '0000Z')}`,
        `  ${isEnglish ? 'Event ID' : 'Ereignis-ID'}: ${event.id}`,
        '  Task: N/A',
        '  Level: Error',
        '  User: S-1-5-18',
        `  ${isEnglish ? 'Description' : 'Beschreibung'}: `,
        event.message,
        '',
      ].join('\r\n'),
    )
    .join('\r\n');

/** What the Event Viewer saves as XML. */
export const viewerXml = (events: readonly SampleEvent[]): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>${events.map((event) => record(event, true)).join('')}</Events>`;

/** What the Event Viewer saves as CSV, in German. */
export const viewerCsv = (events: readonly SampleEvent[]): string =>
  [
    'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie',
    ...events.map(
      (event) =>
        `Fehler,${german(event)},${mdmName(event)},${event.id},Keine,"${event.message.replaceAll('"', '""')}\r\n"`,
    ),
  ].join('\r\n');

/** What the Event Viewer saves as text with tabs. */
export const viewerText = (events: readonly SampleEvent[]): string =>
  [
    'Level\tDate and Time\tSource\tEvent ID\tTask Category',
    ...events.map((event) => `Error\t${local(event)}\t${mdmName(event)}\t${event.id}\tNone\t${event.message}`),
  ].join('\r\n');

const german = (event: SampleEvent): string =>
  timeOf(event)
    .toISOString()
    .replace(/^(\d+)-(\d+)-(\d+)T([\d:]+).*/, '$3.$2.$1 $4');

const mdmName = ({ provider = mdmProvider }: SampleEvent): string => provider.replace('Microsoft-Windows-', '');

const valuesOf = ({ values }: SampleEvent): readonly { readonly Value: string | number }[] =>
  Object.values(values).map((value) => ({ Value: /^0x/i.test(value) ? Number(value) | 0 : value }));

const json = (event: SampleEvent, TimeCreated: unknown): object => ({
  Message: event.message,
  Id: event.id,
  Level: 2,
  ProviderName: event.provider ?? mdmProvider,
  ActivityId: event.activity ?? null,
  TimeCreated,
  Properties: valuesOf(event),
});

/** `Get-WinEvent | ConvertTo-Json -Depth 4` of Windows PowerShell 5.1; one record alone is an object. */
export function json51(events: readonly SampleEvent[]): string {
  const records = events.map((event) => json(event, `/Date(${timeOf(event).getTime()})/`));
  return JSON.stringify(records.length === 1 ? records[0] : records, null, 4)
    .replaceAll('/Date', '\\/Date')
    .replaceAll(')/', ')\\/');
}

/** The same of PowerShell 7. */
export const json7 = (events: readonly SampleEvent[]): string =>
  JSON.stringify(
    events.map((event) => json(event, timeOf(event).toISOString().replace('Z', '1234+00:00'))),
    null,
    2,
  );

/** `Get-WinEvent | Export-Csv` of Windows PowerShell 5.1. */
export const exportCsv = (events: readonly SampleEvent[]): string =>
  [
    '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord',
    '"Message","Id","Version","Level","ProviderName","ActivityId","TimeCreated","Properties"',
    ...events.map(
      (event) =>
        `"${event.message.replaceAll('"', '""')}","${event.id}","0","2","${event.provider ?? mdmProvider}","","${local(event)}","System.Collections.Generic.List\`1[System.Diagnostics.Eventing.Reader.EventProperty]"`,
    ),
  ].join('\r\n');

/** `Get-WinEvent | Format-List *`. */
export const formatList = (events: readonly SampleEvent[]): string =>
  events
    .map((event) =>
      [
        '',
        `Message              : ${event.message.replace(/(.{60}\S*) /g, '$1\r\n                       ')}`,
        `Id                   : ${event.id}`,
        'Level                : 2',
        `ProviderName         : ${event.provider ?? mdmProvider}`,
        `TimeCreated          : ${local(event)}`,
        'Properties           : {System.Diagnostics.Eventing.Reader.EventProperty}',
        '',
      ].join('\r\n'),
    )
    .join('\r\n');

/** `Get-WinEvent` in a window of 120 columns. */
export const formatTable = (events: readonly SampleEvent[]): string =>
  [
    '',
    `   ProviderName: ${mdmProvider}`,
    '',
    'TimeCreated                     Id LevelDisplayName Message',
    '-----------                     -- ---------------- -------',
    ...events.map((event) => {
      const line = `${local(event).padEnd(24)} ${String(event.id).padStart(9)} Error            ${event.message}`;
      return line.length > 120 ? `${line.slice(0, 117)}...` : line;
    }),
  ].join('\r\n');

/** A text as Windows PowerShell 5.1 writes it by `>`; without its mark on demand. */
export function utf16(text: string, hasMark = true): Uint8Array {
  return Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`, 'utf16le');
}

const sentence = (code: string): string => `Unknown Win32 Error code: ${code}`;

/** A step that succeeded. */
export const step = (id: number, after: number): SampleEvent => ({
  id,
  values: {},
  message: stepTexts[id] ?? `Event ${id}.`,
  after,
});

const stepTexts: Readonly<Record<number, string>> = {
  4: 'MDM Enroll: Certificate policy request sent successfully.',
  6: 'MDM Enroll: Certificate policy response processed successfully.',
  8: 'MDM Enroll: Certificate enrollment request sent successfully.',
  10: 'MDM Enroll: Certificate enrollment response parsed successfully.',
  16: 'MDM Enroll: OMA-DM client configuration succeeds.',
  58: 'MDM Enroll: Provisioning succeeded.',
  72: 'MDM Enroll: Succeeded',
};

/** An event whose one value is its result. */
export const failing = (id: number, code: string, after = 20, text = 'MDM Enroll: Failed'): SampleEvent => ({
  id,
  values: { HexInt1: code },
  message: `${text} (${sentence(code)}).`,
  after,
});

/** Event 52. */
export const faulted = (subcode: string, reason: string, after = 10): SampleEvent => ({
  id: 52,
  values: { Message1: subcode, Message2: reason },
  message: `MDM Enroll: Server Returned Fault/Code/Subcode/Value=(${subcode}) Fault/Reason/Text=(${reason}).`,
  after,
});

/** Event 17. */
export const notConfigured = (raw: string, after = 15): SampleEvent => ({
  id: 17,
  values: { HexInt1: raw, HexInt2: '0x80180023' },
  message: `MDM Enroll: OMA-DM client configuration failed. RAWResult: (${sentence(raw)}) Result: (${sentence('0x80180023')}).`,
  after,
});

/** Event 76. */
export const automatic = (code: string, after = 30): SampleEvent => ({
  id: 76,
  values: { HexInt1: '0x0', HexInt2: code },
  message: `Auto MDM Enroll: Device Credential (0x0), Failed (${sentence(code)})`,
  after,
});
