import { decodeText, isBinary } from './decode-text.ts';
import { isHtml, isReportXml, readReportHtml, readReportXml } from './diagnostic-report.ts';
import { readEventList, readPrintedTable } from './event-list.ts';
import { readEventTable } from './event-table.ts';
import { isEventXml, readEventXml } from './event-xml.ts';
import type { DeviceLog, Found } from './log-entry.ts';
import { isJoinStatus, isRegistry, readJoinStatus, readPlainText, readRegistry } from './plain-text.ts';
import { readWevtutilText } from './wevtutil-text.ts';
import { isEventJson, readEventJson } from './powershell-json.ts';

/** A file that holds no text that this tool reads. */
interface Unreadable {
  readonly begins: string;
  readonly format: string;
  readonly advice: string;
  /** What it holds is what this tool looks for. */
  readonly hasEvents?: true;
}

const name = 'FILE';

/** How deep the JSON of a record nests; a text that nests without end takes minutes to parse. */
const deepestJson = 64;

/** What a file begins with, in hexadecimal. */
const unreadable: readonly Unreadable[] = [
  {
    begins: Buffer.from('ElfFile\0').toString('hex'),
    format: 'event log (.evtx)',
    advice: `convert it on Windows: wevtutil qe ${name} /lf:true /f:RenderedXml > out.xml`,
    hasEvents: true,
  },
  {
    begins: Buffer.from('MSCF').toString('hex'),
    format: 'cabinet (.cab)',
    advice: `unpack it, and give the folder: expand -F:* ${name} DIR (Windows) or cabextract -d DIR ${name}`,
    hasEvents: true,
  },
  { begins: '1f8b', format: 'gzip file', advice: `unpack it: gunzip ${name}` },
  { begins: '377abcaf271c', format: '7-Zip archive', advice: 'unpack it, and give the folder' },
  { begins: '526172211a07', format: 'RAR archive', advice: 'unpack it, and give the folder' },
  { begins: 'd4c3b2a1', format: 'packet capture', advice: 'TLS hides what it holds; export the log of events instead' },
  { begins: '0a0d0d0a', format: 'packet capture', advice: 'TLS hides what it holds; export the log of events instead' },
];

/**
 * Reads one exported log of a device. What it is, its bytes say, never its name alone. Nothing of it is judged. Never throws: of a file
 * that it does not know, it gives the lines that hold codes, and a note that says what to export.
 */
export function readLog(bytes: Uint8Array, file: string): DeviceLog {
  const { format, found } = recognised(bytes, file);
  const { entries, facts = [], notes = [], convert } = found;
  const shown = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return {
    file,
    format,
    entries: entries.map((entry) => ({ ...entry, file })),
    facts,
    notes: notes.map((note) => note.replaceAll(name, shown)),
    ...(convert === undefined ? {} : { convert: convert.replaceAll(name, shown) }),
  };
}

interface Recognised {
  readonly format: string;
  readonly found: Found;
}

function recognised(bytes: Uint8Array, file: string): Recognised {
  if (bytes.length === 0) return { format: 'empty file', found: { entries: [], notes: ['it is empty'] } };
  const known = unreadable.find(({ begins }) => hex(bytes).startsWith(begins));
  if (known) {
    const { format, advice, hasEvents } = known;
    return { format, found: { entries: [], ...(hasEvents ? { convert: advice } : { notes: [advice] }) } };
  }
  const { text } = decodeText(bytes);
  if (isBinary(text)) return binary(bytes, file);
  return ofText(text);
}

/** A trace has no first bytes to rely on. */
function binary(bytes: Uint8Array, file: string): Recognised {
  const isTrace = /\.etl$/i.test(file);
  const texts = [new TextDecoder('windows-1252').decode(bytes), new TextDecoder('utf-16le').decode(bytes)];
  const entries = texts.flatMap((text) => readPlainText(readableParts(text)).entries).slice(0, 200);
  const advice = isTrace
    ? `convert it on Windows: tracerpt ${name} -of XML -o ${name}.xml -y`
    : 'export the log as XML: wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:RenderedXml > out.xml';
  return {
    format: isTrace ? 'trace (.etl, by its name)' : 'unknown binary file',
    found: { entries, ...(isTrace ? { convert: advice } : { notes: [advice] }) },
  };
}

/** The runs of letters in bytes that are no text. */
function readableParts(text: string): string {
  return [...text.matchAll(/[ -~]{8,400}/g)].map(([part]) => part).join('\n');
}

function ofText(text: string): Recognised {
  const start = text.slice(0, 4096).trimStart();
  if (/^[[{]/.test(start)) {
    const document = json(text);
    if (isEventJson(document)) return { format: 'JSON of PowerShell', found: readEventJson(document) };
    if (isRecording(document))
      return {
        format: 'recording (HAR)',
        found: { entries: [], notes: [`it is a recording, not a log; judge both: audit ${name} --log LOG`] },
      };
  }
  if (isReportXml(text)) return { format: 'MDMDiagReport.xml', found: readReportXml(text) };
  if (isEventXml(text)) return { format: 'event XML', found: readEventXml(text) };
  if (isHtml(start)) return { format: 'HTML report', found: readReportHtml(text) };
  if (isRegistry(start)) return { format: 'registry export (.reg)', found: readRegistry(text) };
  if (isJoinStatus(text)) return { format: 'dsregcmd /status', found: readJoinStatus(text) };
  return inLines(text);
}

function inLines(text: string): Recognised {
  const named = readWevtutilText(text);
  if (named) return { format: 'text of wevtutil', found: named };
  const printed = readPrintedTable(text);
  if (printed) return { format: 'table of PowerShell (Format-Table)', found: printed };
  const list = readEventList(text);
  if (list) return { format: 'list of PowerShell (Format-List)', found: list };
  const table = readEventTable(text);
  if (table) return { format: 'table of events (CSV or tabs)', found: table };
  const found = readPlainText(text);
  if (/<SyncML[\s>]/.test(text)) {
    const messages = `it holds messages of a management session, which are judged by: audit ${name}`;
    return { format: 'text with SyncML messages', found: { ...found, notes: [messages] } };
  }
  const unknown = 'no export of events; only lines with codes or known sentences were read';
  return { format: 'text', found: { ...found, notes: [unknown] } };
}

function json(text: string): unknown {
  try {
    return isDeeper(text, deepestJson) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

function isRecording(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'log' in document;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex');
}
