import { XMLParser } from 'fast-xml-parser';
import type { Found } from './log-entry.ts';
import { readPlainText } from './plain-text.ts';

const noEvents = 'it has no events; export the log of events too, as XML';

/** Characters of a report that are parsed. */
const longestReport = 8 * 1024 * 1024;

const wanted =
  /^(?:MDMServerName|ServerLastSuccessTime|ServerLastAccessTime|EnrollmentState|EnrollmentType|ProviderID|DiscoveryServiceFullURL|ManagementServiceAddress|OSVersion|EnrollmentKind)$/i;

const parser = new XMLParser({ parseTagValue: false, removeNSPrefix: true, maxNestedTags: 64, processEntities: true });

/** Whether a text is MDMDiagReport.xml. */
export function isReportXml(text: string): boolean {
  return /<MDMEnterpriseDiagnosticsReport[\s>]/.test(text.slice(0, 4096));
}

/** Reads MDMDiagReport.xml: with which server the device enrolled, and when it last reached it. */
export function readReportXml(text: string): Found {
  const doctype = /<!(?:DOCTYPE|ENTITY)/i.test(text);
  const notes = [
    noEvents,
    ...(doctype ? ['it has a DOCTYPE, which no report of Windows has; it was read as plain text'] : []),
  ];
  const tree = doctype || text.length > longestReport ? undefined : parsed(text);
  return { entries: readPlainText(text).entries, facts: factsIn(tree).slice(0, 40), notes };
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
}

function factsIn(tree: unknown): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return wanted.test(name) && value !== '' ? [`${name}: ${value}`] : [];
    return factsIn(value);
  });
}

/** Whether a text is an HTML page. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)/i.test(text);
}

/** Reads MDMDiagReport.html, which people read: the lines with codes alone. It is not parsed, so no page can be made to be slow. */
export function readReportHtml(text: string): Found {
  const shown = text.replace(/<\/(?:title|tr|p|li|pre|div|h\d)>/gi, '\n').replace(/<[^<>]{1,4096}>/g, ' ');
  const entries = readPlainText(shown).entries.map((entry) => ({ ...entry, text: entry.text.replace(/\s+/g, ' ') }));
  return { entries, notes: [noEvents] };
}
