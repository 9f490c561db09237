import { codesIn } from './codes-in.ts';
import { lines } from './event-list.ts';
import { mostEntries } from './log-entry.ts';
import type { Found, FoundEntry } from './log-entry.ts';
import { readTime } from './read-time.ts';
import { eventNamedIn } from './event-anchors.ts';

/** Reads any text: the lines that hold a code, or a sentence of an event of Windows in English. */
export function readPlainText(text: string): Found {
  const entries: FoundEntry[] = [];
  for (const line of lines(text)) {
    const eventId = eventNamedIn(line);
    if (eventId === undefined && codesIn(line).length === 0) continue;
    const time = readTime(line);
    entries.push({
      ...(time === undefined ? {} : { time }),
      ...(eventId === undefined ? {} : { eventId }),
      values: [],
      text: line.trim(),
    });
    if (entries.length >= mostEntries) break;
  }
  return { entries };
}

/** What `dsregcmd /status` says of the join, without who the user is. */
const joinFacts =
  /^\s*(AzureAdJoined|EnterpriseJoined|DomainJoined|WorkplaceJoined|AzureAdPrt|MdmUrl|MdmComplianceUrl|Client ErrorCode|Server ErrorCode|Server Error Description|Previous Registration|Error Phase|Attempt Status|HTTP Error|HTTP status)\s*:\s*(\S.*)$/i;

/** Whether a text is the output of `dsregcmd /status`. */
export function isJoinStatus(text: string): boolean {
  return /^\s*\+-{3,}/m.test(text.slice(0, 4096)) && /^\|?\s*(?:Device State|AzureAdJoined\s*:)/m.test(text);
}

/** Reads the output of `dsregcmd /status`. */
export function readJoinStatus(text: string): Found {
  const facts = [...lines(text)].flatMap((line) => {
    const [, name, value] = joinFacts.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [`${name}: ${value.trim()}`];
  });
  return { ...readPlainText(text), facts };
}

const enrollmentValues =
  /^"(EnrollmentState|EnrollmentType|DiscoveryServiceFullURL|MmpcEnrollmentFlag|ProviderID|AuthPolicy|LastError|EnrollmentFlags|DisableRegistration|AutoEnrollMDM|UseAADCredentialType)"=(.*)$/i;

/** Whether a text is an export of the registry. */
export function isRegistry(text: string): boolean {
  return /^\s*(?:Windows Registry Editor|REGEDIT4)/.test(text);
}

/** Reads an export of the registry: the enrollments that it lists, and each code. */
export function readRegistry(text: string): Found {
  const facts: string[] = [];
  const entries: FoundEntry[] = [];
  for (const line of lines(text)) {
    const [, name, value = ''] = enrollmentValues.exec(line) ?? [];
    if (name !== undefined) facts.push(`${name} ${registryValue(value)}`);
    const number = /=dword:([0-9a-f]{8})/i.exec(line)?.[1];
    if (number !== undefined && codesIn(`0x${number}`).length > 0 && entries.length < mostEntries)
      entries.push({ values: [], text: `${/^"([^"]*)"/.exec(line)?.[1] ?? 'value'}: 0x${number}` });
  }
  const notes = ['an export of the registry has no events; it shows what an enrollment left on the device'];
  return { entries, facts: facts.slice(0, 40), notes };
}

function registryValue(value: string): string {
  const number = /^dword:([0-9a-f]{8})/i.exec(value)?.[1];
  if (number === undefined) return value.replace(/^"|"$/g, '').replaceAll('\\\\', '\\');
  return /^[89a-f]/i.test(number) ? `0x${number.toUpperCase()}` : String(Number.parseInt(number, 16));
}
