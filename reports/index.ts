import type { Rendered, Renderer } from './renderer.ts';

/** The formats of one file, by their names for `--format`. */
export type TextFormat =
  | 'json'
  | 'html'
  | 'junit'
  | 'sarif'
  | 'ctrf'
  | 'earl'
  | 'oscal'
  | 'intoto'
  | 'markdown'
  | 'annotations'
  | 'codequality'
  | 'dotenv'
  | 'csv'
  | 'badge';

/** The name of the format for `--format`. */
export type Format = TextFormat | 'allure';

/** The file or the folder of a format, and its code. */
export interface RendererEntry<Output extends Rendered = Rendered> {
  /** The name in the output folder. */
  readonly fileName: string;
  /** Imports the code of the format. */
  readonly load: () => Promise<Renderer<Output>>;
}

/** Every report format with its file name; the code of a format is loaded on demand. */
export const renderers: Readonly<Record<TextFormat, RendererEntry<string>> & Record<'allure', RendererEntry>> = {
  json: { fileName: 'results.json', load: async () => (await import('./results/json.ts')).json },
  html: { fileName: 'report.html', load: async () => (await import('./html/page.ts')).page },
  junit: { fileName: 'junit.xml', load: async () => (await import('./junit/junit.ts')).junit },
  sarif: { fileName: 'results.sarif', load: async () => (await import('./sarif/sarif.ts')).sarif },
  ctrf: { fileName: 'ctrf-report.json', load: async () => (await import('./ctrf/ctrf.ts')).ctrf },
  earl: { fileName: 'earl.jsonld', load: async () => (await import('./earl/earl.ts')).earl },
  oscal: { fileName: 'oscal-assessment-results.json', load: async () => (await import('./oscal/oscal.ts')).oscal },
  intoto: { fileName: 'test-result.intoto.json', load: async () => (await import('./intoto/intoto.ts')).intoto },
  markdown: { fileName: 'summary.md', load: async () => (await import('./markdown/markdown.ts')).markdown },
  annotations: {
    fileName: 'annotations.txt',
    load: async () => (await import('./annotations/annotations.ts')).annotations,
  },
  codequality: {
    fileName: 'gl-code-quality-report.json',
    load: async () => (await import('./code-quality/code-quality.ts')).codeQuality,
  },
  dotenv: { fileName: 'verdict.env', load: async () => (await import('./dotenv/dotenv.ts')).dotenv },
  csv: { fileName: 'results.csv', load: async () => (await import('./csv/csv.ts')).csv },
  badge: { fileName: 'badge.json', load: async () => (await import('./badge/badge.ts')).badge },
  allure: { fileName: 'allure-results', load: async () => (await import('./allure/allure.ts')).allure },
};

/** A `--format` that does not exist. The message names those that do. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';
}

export function isFormat(word: string): word is Format {
  return Object.hasOwn(renderers, word);
}

/** Loads one renderer. Throws `UnknownFormat`. */
export async function loadRenderer(format: TextFormat): Promise<Renderer>;
export async function loadRenderer(format: string): Promise<Renderer<Rendered>>;
export async function loadRenderer(format: string): Promise<Renderer<Rendered>> {
  if (isFormat(format)) return renderers[format].load();
  throw new UnknownFormat(`"${format}" is not a report format. Allowed: ${Object.keys(renderers).join(', ')}.`);
}
