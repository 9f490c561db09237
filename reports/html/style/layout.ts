/** Page, headings, running text, tables. */
export const layout = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 75rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word;
}
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.25rem, 3vw, 1.625rem); font-weight: 650; letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; margin: 3.5rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
main > section:first-child h2 { margin-top: 1.1rem; padding-top: 0; border-top: 0; }
h3 { font-size: 1.0625rem; font-weight: 650; }
h4 { font-size: 1rem; font-weight: 600; }
h5 { font-size: 0.875rem; font-weight: 600; margin: 1rem 0 0.35rem; color: var(--soft); }
p, ul, ol, dl { margin: 0 0 0.75rem; }
p, li { max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code, pre, .mono { font-family: var(--mono); font-size: 0.875em; overflow-wrap: anywhere; }
.small, .source { font-size: 0.875rem; color: var(--soft); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.4rem 0.8rem; background: var(--sheet); }
.scroll { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); font-weight: inherit; }
thead th { font-size: 0.8125rem; color: var(--soft); vertical-align: bottom; border-bottom-color: var(--strong-line); }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; }
.count th + th, .count td { text-align: right; padding-right: 0; padding-left: 0.75rem; white-space: nowrap; }
.count td.zero { color: var(--soft); }
.pairs { display: grid; grid-template-columns: minmax(5.5rem, max-content) minmax(0, 1fr); gap: 0.35rem 1.25rem; align-items: baseline; }
.pairs dt { font-size: 0.875rem; color: var(--soft); }
.pairs dd { margin: 0; max-width: 44rem; overflow-wrap: anywhere; }
.source { display: block; }
nav ul { list-style: none; padding: 0; margin: 2.5rem 0 0; display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--soft); }
@media (max-width: 34rem) {
  body { padding-top: 1.25rem; }
  .pairs { grid-template-columns: 1fr; gap: 0; }
  .pairs dd { margin-bottom: 0.6rem; }
}
`;
