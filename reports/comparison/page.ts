import { html, type Markup } from '../markup.ts';
import { stylePolicy, styleElement } from '../html/policy.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** The document as one page of HTML that needs no network and no script. */
export function comparisonPage({ title, lead, sections }: PlainDocument): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${stylePolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${lead.map((line) => html`<p>${line}</p>`)} ${sections.map(sectionMarkup)}
        </main>
      </body>
    </html> `.toString();
}

function sectionMarkup({ title, columns, rows }: PlainSection): Markup {
  return html`<section>
    <h2>${title}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
