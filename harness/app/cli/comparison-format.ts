import { comparisonPage } from '../../../reports/comparison/page.ts';
import type { PlainDocument } from '../../../reports/comparison/document.ts';
import { markdown } from '../../../reports/comparison/markdown.ts';
import { plainText } from '../../../reports/comparison/plain-text.ts';

/** The options of a command that compares runs. */
export interface ComparisonOptions {
  readonly format: 'text' | 'markdown' | 'html' | 'json';
  readonly json?: true;
}

/** A comparison in the format that was asked for; `value` is what JSON shows of it. */
export function comparisonText(document: PlainDocument, value: object, { format, json }: ComparisonOptions): string {
  if (json === true || format === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  if (format === 'markdown') return markdown(document);
  return format === 'html' ? comparisonPage(document) : plainText(document);
}
