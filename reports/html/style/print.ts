/** On paper: what failed with its evidence, and everything if that is asked for; in ink on white, with page numbers. */
export const print = `
@page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; } }
.on-paper { display: none; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --inset: #fff; --line: #c9c6be; --strong-line: #77736a; --ink: #000; --soft: #4a473f; --link: #000; --focus: #000;
    --passed: #17643a; --failed: #a31b16; --warned: #845200; --inconclusive: #4b4693; --errored: #82206f; --inapplicable: #4a473f;
    --passed-wash: #fff; --failed-wash: #fff; --warned-wash: #fff; --inconclusive-wash: #fff; --errored-wash: #fff;
  }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  h2 { margin-top: 1.5rem; padding-top: 0.5rem; }
  pre { font-size: 7.5pt; }
  table, .steps, .decoded { font-size: 8pt; }
  .gaps table { font-size: 7pt; line-height: 1.25; }
  .count th, .count td, .gaps td, .gaps th { padding-top: 0.15rem; padding-bottom: 0.15rem; }
  .front { grid-template-columns: 3fr 2fr; }
  .skip, nav, summary::before, .switches, .tools, button { display: none; }
  summary { display: block; padding-left: 0; }
  .check > summary, .exchange > summary, .device > summary { display: grid; }
  .check > summary { grid-template-columns: 7rem minmax(0, 1fr) max-content; }
  .exchange > summary { grid-template-columns: 2rem minmax(0, 1fr) max-content; }
  .device > summary { grid-template-columns: minmax(0, 1fr) max-content; }
  .fold::details-content, .gaps::details-content, .card details:not(.again)::details-content, .check.failed::details-content, .check.warned::details-content, .check.errored::details-content,
  .chain-entry.failed::details-content, .device:has(.of-cause)::details-content, .exchange.of-cause::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
  body:has(#print-all:checked) details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
  body:not(:has(#print-all:checked)) :is(.only-whole, .findings > li:nth-child(n + 6), .scroll:has(> .decoded), .check.passed, .check.inapplicable, .again, .device:not(:has(.exchange.of-cause)), .device > .inside > .scroll, .exchange:not(.of-cause)) { display: none; }
  body:not(:has(#print-all:checked)) .on-paper { display: block; }
  .inside { padding-left: 0; outline: none; }
  .scroll { overflow: visible; }
  svg { max-width: 100%; height: auto; }
  h2, h3, h4, h5, h6, summary, caption, thead { break-after: avoid; }
  .card, .findings > li, tr, .verdict, svg { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
