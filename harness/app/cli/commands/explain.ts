import type { Check } from '../../../engine/rule/check.ts';
import { nearest } from '../../../device/target/suggest.ts';
import type { FaultEntry } from '../../../protocol/faults/fault-entry.ts';
import { deepLinkScheme } from '../../../protocol/deep-link/parameters.ts';
import { readDeepLink } from '../../../protocol/deep-link/read-deep-link.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { knownNames } from '../../../protocol/codes/by-name.ts';
import { lookupTerm } from '../../../protocol/codes/lookup.ts';
import type { Found } from '../../../protocol/codes/lookup.ts';
import { findTopic, plain, topicHolding, topicSpellings } from '../../../protocol/topics/find-topic.ts';
import { topics } from '../../../protocol/topics/table.ts';
import { packageHomepage } from '../../../package-root.ts';
import { pageAddress } from '../../../../reports/text/page-address.ts';
import type { PageKind } from '../../../../reports/text/page-address.ts';
import { loadModules } from '../../own-checks/load-modules.ts';
import { checks } from '../../../../suites/index.ts';
import { loadCatalogue } from '../../../../suites/requirements/catalogue.ts';
import type { Requirement } from '../../../../suites/requirements/catalogue.ts';
import { mustOf } from '../../../../suites/requirements/must-of.ts';
import { explainCheck } from '../../explained/explain-check.ts';
import { explainRequirement } from '../../explained/explain-requirement.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { ownCheckText } from './own-check-text.ts';
import { linkDocument, linkText } from './link-text.ts';
import { foundText } from './code-text.ts';
import { topicList, topicText } from './topic-text.ts';

/** The options of the command. */
export interface ExplainOptions {
  readonly json?: true;
  readonly topics?: true;
  /** Exported logs of a device. */
  readonly log?: readonly string[];
  /** Modules of checks, which it explains too. */
  readonly checks?: readonly string[];
}

/**
 * Explains a check, a requirement, a topic, a code, an event or a deep link: what it means, who acts and what to do. `words` are the words of
 * the command line; without any, it lists the topics. With `--log` it explains logs instead. Throws `UsageError` for a term of which nothing is known.
 */
export async function explain(words: readonly string[], options: ExplainOptions, io: Io): Promise<number> {
  const { json, log = [] } = options;
  const term = words.join(' ');
  if (log.length > 0) {
    if (options.topics) throw new UsageError('--topics lists topics, and --log reads logs; use one of them');
    if (words.length > 0) throw new UsageError(`--log stands in place of a term; leave out "${term}"`);
    return await import('./explain-log.ts').then(({ explainLogs }) => explainLogs(log, json === true, io));
  }
  if (options.topics && words.length > 0) throw new UsageError(`--topics lists all topics; leave out "${term}"`);
  if (words.length === 0) {
    io.out(json ? `${JSON.stringify(topics, null, 2)}\n` : topicList(topics));
    return 0;
  }
  const link = readDeepLink(term);
  if (link) {
    // The term may hold an access token.
    io.out(json ? `${JSON.stringify({ term: deepLinkScheme, link: linkDocument(link) }, null, 2)}\n` : linkText(link));
    return 0;
  }
  const modules = await loadModules(options.checks ?? []);
  const own = modules.find(({ checks: theirs }) => theirs.some(({ id }) => id === term));
  if (own) {
    io.out(ownCheckText(own, term, json === true));
    return 0;
  }
  const check = checks.find(({ id }) => id === term);
  const row = loadCatalogue().find(({ id }) => id === term.toUpperCase());
  const topic = check || row ? undefined : findTopic(term);
  const found: Found = check || row || topic ? { faults: [], events: [] } : lookupTerm(term);
  const { faults, events, note, problem } = found;
  if (!check && !row && !topic && faults.length === 0 && events.length === 0)
    throw new UsageError(unknown(term, problem));
  if (json) {
    const described = check && { ...describe(check) };
    const document = { term, check: described, requirement: row, topic, faults: faults.map(withHex), events, note };
    io.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    if (check) io.out(checkText(check));
    if (row) io.out(requirementText(row));
    if (topic) io.out(topicText(topic));
    io.out(foundText(found));
  }
  return 0;
}

const allowed =
  'a check id, a requirement id, a topic that --topics lists, an HRESULT as hexadecimal or decimal number, an HTTP status, the number of a WinHTTP error, ' +
  'a subcode, an ErrorType, a constant such as MENROLL_E_DEVICE_ALREADY_ENROLLED, an event such as "event 52", or a deep link in quotes (ms-device-enrollment:?mode=mdm&...)';

function unknown(term: string, problem: string | undefined): string {
  const [, scheme] = /^([a-z][a-z\d+.-]*:)\S*\?/i.exec(term) ?? [];
  if (scheme !== undefined) return unknownLink(scheme);
  const meant = suggestion(term);
  return `${problem ?? `"${term}" is unknown`}${meant ? `; did you mean "${meant}"?` : ''} (allowed: ${allowed})`;
}

/** Without the rest of the link, which may hold a token. */
function unknownLink(scheme: string): string {
  const meant = nearest(scheme, [deepLinkScheme]);
  return `a link with "${scheme}" is unknown${meant ? `; did you mean "${meant}"?` : ''} (allowed: ${allowed})`;
}

/** The known word that is nearest. People also read O for 0 and l for 1 from a photograph of a screen. */
function suggestion(term: string): string | undefined {
  const read = term.replaceAll(/o/gi, '0').replaceAll(/[il]/gi, '1');
  if (/^0x[0-9a-f]{8}$/i.test(read)) return read;
  const ids = [...checks, ...loadCatalogue()].map(({ id }) => id);
  const spelling = nearest(plain(term), topicSpellings) ?? '';
  return nearest(term, [...ids, ...knownNames]) ?? (findTopic(spelling) ?? topicHolding(term))?.name;
}

function describe(check: Check): object {
  const { id, title, level, basis, requirements, since, impact, seen, remedy, counterexamples } = check;
  const names = counterexamples.map(({ name }) => name);
  const must = mustOf(check);
  return { id, title, level, must, seen, basis, requirements, since, impact, remedy, counterexamples: names };
}

function withHex(entry: FaultEntry): object {
  return { ...entry, hresult: formatHresult(entry.hresult), cause: entry.who[0] };
}

function checkText(check: Check): string {
  const { id, title, marks, since, device, seen, remedy, judges, applies, rows, counterexamples } = explainCheck(check);
  return [
    `${id} (${marks}, since ${since})`,
    `  ${title}.`,
    `  Otherwise   ${device}.`,
    ...(seen === undefined ? [] : [`  Seen        ${seen}`]),
    `  Remedy      ${remedy}`,
    `  Judges      ${judges}`,
    ...(applies === undefined ? [] : [`  Applies     when ${applies}`]),
    ...rows.map(({ id: row, rule, source }) => `  ${row.padEnd(11)} ${rule} (${source})`),
    ...pageLine('checks', id),
    '  Fails on a server with',
    ...counterexamples.map(({ name, serve }) => `    ${name}  (${serve})`),
    '',
  ].join('\n');
}

function requirementText(row: Requirement): string {
  const {
    id,
    level,
    phase,
    rule,
    source,
    applies,
    standing,
    judgedBy,
    unverified,
    topics: told,
  } = explainRequirement(row);
  return [
    `${id} (${level}, ${phase})`,
    `  ${rule}.`,
    `  Source      ${source}`,
    `  Concerns    ${applies}. ${standing}`,
    ...(judgedBy.length === 0 ? [] : [`  Judged by   ${judgedBy.map(({ check }) => check).join(', ')}`]),
    ...(unverified === undefined ? [] : [`  Not judged  ${unverified}`]),
    ...told.map(({ name }) => `  Topic       ${name} (explain ${name})`),
    ...pageLine('requirements', id),
    '',
  ].join('\n');
}

function pageLine(kind: PageKind, id: string): readonly string[] {
  const page = pageAddress(packageHomepage, kind, id);
  return page === undefined ? [] : [`  Page        ${page}`];
}
