import type { Renderer } from './renderer.ts';

/** The name of the format for `--format`. */
export type Format = 'json' | 'junit' | 'html';

/** The file of a format, and its code. */
export interface RendererEntry {
  readonly fileName: string;
  /** Imports the code of the format. */
  readonly load: () => Promise<Renderer>;
}

/** Every report format with its file name; the code of a format is loaded on demand. */
export const renderers: Readonly<Record<Format, RendererEntry>> = {
  json: { fileName: 'results.json', load: async () => (await import('./results/json.ts')).json },
  junit: { fileName: 'junit.xml', load: async () => (await import('./junit/junit.ts')).junit },
  html: { fileName: 'report.html', load: async () => (await import('./html/page.ts')).page },
};

/** A `--format` that does not exist. The message names those that do. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';
}

export function isFormat(word: string): word is Format {
  return Object.hasOwn(renderers, word);
}

/** Loads one renderer. Throws `UnknownFormat`. */
export async function loadRenderer(format: string): Promise<Renderer> {
  if (isFormat(format)) return renderers[format].load();
  throw new UnknownFormat(`"${format}" is not a report format. Allowed: ${Object.keys(renderers).join(', ')}.`);
}
