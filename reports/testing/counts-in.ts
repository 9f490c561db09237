import { parse } from 'csv-parse/sync';
import type { Outcome } from '../../harness/engine/verdict/results.ts';
import { parseXml } from '../../harness/protocol/xml/tree.ts';

/** How many checks a report shows with which outcome. */
type CountsIn = Readonly<Partial<Record<Outcome, number>>>;

/** Reads the counts of a report: what a consumer of the format would count, file by file. */
export type CountsReader = (files: ReadonlyMap<string, string>) => CountsIn;

/** Of each format that holds checks one by one, by its name for `--format`. */
export const countsReaders: Readonly<Record<string, CountsReader>> = {
  json: (files) => tally(members(files, 'judgements').map(({ outcome }) => String(outcome))),
  junit: (files) => {
    using tree = parseXml(only(files));
    const outs = tree.all('//testcase/system-out').map(({ text }) => /^outcome=(.*)$/mu.exec(text)?.[1]);
    return tally(outs.filter((outcome) => outcome !== undefined));
  },
  sarif: (files) => {
    const [run] = members(files, 'runs') as unknown as readonly [SarifRun];
    const shown = tally(run.results.map(({ properties }) => properties.outcome));
    const quiet = run.tool.driver.rules.length - run.results.length;
    return {
      ...shown,
      passed: quiet - run.properties.counts.inapplicable,
      inapplicable: run.properties.counts.inapplicable,
    };
  },
  ctrf: (files) => {
    const { results } = JSON.parse(only(files)) as { results: { tests: readonly { rawStatus: string }[] } };
    return tally(results.tests.map(({ rawStatus }) => rawStatus));
  },
  csv: (files) => {
    const rows: readonly Readonly<Record<string, string>>[] = parse(only(files), { columns: true });
    return tally(rows.map(({ outcome = '' }) => outcome));
  },
  markdown: (files) => {
    const rows = [...only(files).matchAll(/^\| \S (\w+) \| (\d+) \| \d+ \|$/gmu)];
    return Object.fromEntries(rows.map(([, word = '', number]) => [word.toLowerCase(), Number(number)]));
  },
  dotenv: (files) => {
    const rows = [...only(files).matchAll(/^mde_(passed|failed|inapplicable|inconclusive|errored)=(\d+)$/gmu)];
    return Object.fromEntries(rows.map(([, word = '', number]) => [word, Number(number)]));
  },
  oscal: (files) => {
    const found = [...only(files).matchAll(/"name": "outcome",\s+"ns": "[^"]*",\s+"value": "(\w+)"/gu)];
    return tally(found.map(([, outcome = '']) => outcome));
  },
  allure: (files) => {
    const texts = [...files].filter(([name]) => name.endsWith('-result.json')).map(([, text]) => text);
    return tally(texts.flatMap((text) => tagsOf(text).filter((tag) => (outcomes as readonly string[]).includes(tag))));
  },
};

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
  readonly results: readonly { readonly properties: { readonly outcome: string } }[];
  readonly properties: { readonly counts: { readonly inapplicable: number } };
}

const outcomes: readonly Outcome[] = ['passed', 'failed', 'inapplicable', 'inconclusive', 'errored'];

function tagsOf(text: string): readonly string[] {
  const { labels } = JSON.parse(text) as { labels: readonly { name: string; value: string }[] };
  return labels.filter(({ name }) => name === 'tag').map(({ value }) => value);
}

function members(files: ReadonlyMap<string, string>, name: string): readonly Readonly<Record<string, unknown>>[] {
  const document = JSON.parse(only(files)) as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  return document[name] ?? [];
}

function only(files: ReadonlyMap<string, string>): string {
  const [text, ...others] = files.values();
  if (text === undefined || others.length > 0) throw new Error('the format has several files');
  return text;
}

function tally(words: readonly string[]): CountsIn {
  const counts: Partial<Record<string, number>> = {};
  for (const outcome of outcomes) counts[outcome] = words.filter((word) => word === outcome).length;
  return counts;
}
