/** On paper everything is unfolded, in ink on white, with page numbers. */
export const print = `
@page { margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --inset: #fff; --line: #c9c6be; --strong-line: #77736a; --ink: #000; --soft: #4a473f; --link: #000; --focus: #000;
    --passed: #17643a; --failed: #a31b16; --warned: #845200; --inconclusive: #4b4693; --errored: #82206f; --inapplicable: #4a473f;
    --passed-wash: #fff; --failed-wash: #fff; --warned-wash: #fff; --inconclusive-wash: #fff; --errored-wash: #fff;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  pre { font-size: 7.5pt; }
  .skip, nav, summary::before { display: none; }
  summary { display: block; padding-left: 0; }
  .check > summary, .exchange > summary { display: grid; }
  .check > summary { grid-template-columns: 7rem minmax(0, 1fr) max-content; }
  .exchange > summary { grid-template-columns: 2rem minmax(0, 1fr) max-content; }
  details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
  details:not([open]) > :not(summary) { display: block; }
  .inside { padding-left: 0; outline: none; }
  section:has(> #exchanges) { break-before: page; }
  .scroll { overflow: visible; }
  h2, h3, h4, h5, summary, caption, thead { break-after: avoid; }
  .card, .findings > li, tr, .verdict { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
