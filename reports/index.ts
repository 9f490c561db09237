import type { Renderer } from './renderer.ts';

/** Every report format with its file name; the code of a format is loaded on demand. */
export const renderers = {
  json: { fileName: 'results.json', load: async () => (await import('./results/json.ts')).json },
  junit: { fileName: 'junit.xml', load: async () => (await import('./junit/junit.ts')).junit },
  html: { fileName: 'report.html', load: async () => (await import('./html/page.ts')).page },
} as const satisfies Record<string, { fileName: string; load: () => Promise<Renderer> }>;

export type Format = keyof typeof renderers;

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
