/** Verdict, cards, checks, exchanges. Tone never stands alone: a sign and a word always go with it. */
export const parts = `
.kind { font-size: 0.875rem; color: var(--soft); margin: 0 0 0.35rem; }
.verdict { --tone: var(--inconclusive); --wash: var(--inconclusive-wash); margin: 1.5rem 0; padding: 1.1rem 1.4rem; background: var(--wash); border-left: 6px solid var(--tone); border-radius: 3px; }
.verdict.conformant { --tone: var(--passed); --wash: var(--passed-wash); }
.verdict.nonconformant { --tone: var(--failed); --wash: var(--failed-wash); }
.verdict.unsound { --tone: var(--errored); --wash: var(--errored-wash); }
.verdict p { margin: 0; }
.verdict .word { font-size: 1.625rem; line-height: 1.2; font-weight: 700; letter-spacing: -0.015em; color: var(--tone); }
.verdict .because { margin-top: 0.35rem; font-size: 1.0625rem; }
.note { padding: 0.6rem 1rem; border-left: 6px solid var(--warned); background: var(--warned-wash); border-radius: 3px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 0.9rem 2rem; }
.facts dt { font-size: 0.8125rem; color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.badge { display: inline-flex; gap: 0.4em; align-items: baseline; font-size: 0.875rem; font-weight: 600; color: var(--tone, var(--soft)); white-space: nowrap; }
.sign { font-family: var(--mono); font-weight: 700; }
.passed { --tone: var(--passed); } .failed { --tone: var(--failed); } .warned { --tone: var(--warned); }
.inconclusive { --tone: var(--inconclusive); } .errored { --tone: var(--errored); } .inapplicable { --tone: var(--inapplicable); }
.level { font-size: 0.75rem; font-weight: 600; letter-spacing: 0.03em; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0.05rem 0.4rem; white-space: nowrap; }
.level.must { color: var(--ink); border-color: var(--strong-line); }
.cards { list-style: none; padding: 0; }
.card { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.4rem 1.5rem; max-width: none; padding: 1.1rem 0; border-top: 1px solid var(--line); }
.card:first-child { border-top: 0; padding-top: 0.25rem; }
.card .code { color: var(--failed); font-size: 1.0625rem; font-weight: 650; line-height: 1.3; }
.card .none { font-size: 0.875rem; font-weight: 400; color: var(--soft); }
.card h3 { margin-bottom: 0.6rem; }
.card .pairs { margin: 0; }
.bar { display: block; width: 100%; height: 0.75rem; border-radius: 3px; margin: 0 0 0.75rem; background: var(--inset); }
.bar rect { fill: var(--tone); stroke: var(--paper); stroke-width: 1; vector-effect: non-scaling-stroke; }
.phase h3 { margin: 2rem 0 0.5rem; text-transform: capitalize; }
.tally { font-size: 0.875rem; font-weight: 400; color: var(--soft); text-transform: none; margin-left: 0.5rem; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr); align-items: baseline; gap: 0.2rem 0.75rem; padding: 0.55rem 0.25rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: '›'; font: 700 1.1rem/1 var(--mono); color: var(--soft); transition: transform 0.12s; }
details[open] > summary::before { transform: rotate(90deg); }
summary:hover { background: var(--inset); }
summary .title { font-size: 1rem; font-weight: 400; line-height: 1.4; min-width: 0; overflow-wrap: anywhere; text-wrap: wrap; }
.check > summary { grid-template-columns: 1rem 8rem minmax(0, 1fr) max-content; }
.failed > summary .title, .errored > summary .title, .warned > summary .title { font-weight: 600; }
.inside { padding: 0.4rem 0.25rem 1.1rem 2rem; scroll-margin-top: 4rem; }
.inside:target, li:target { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.reason { font-style: italic; }
.findings { list-style: none; padding: 0; }
.findings > li { max-width: none; padding: 0.6rem 0.9rem; margin-bottom: 0.5rem; background: var(--inset); border-left: 4px solid var(--tone); border-radius: 3px; }
.findings p { margin: 0; }
.message { max-width: none; }
.findings .message { font-weight: 600; }
.compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 0.3rem 1.5rem; margin: 0.4rem 0; }
.compare dt { font-size: 0.8125rem; color: var(--soft); }
.compare dd { margin: 0; }
.blocked { padding-left: 0; list-style: none; }
.blocked li { padding: 0.2rem 0; }
.exchange > summary { grid-template-columns: 1rem 2.2rem minmax(0, 1fr) max-content; }
.exchange .number { font-family: var(--mono); font-size: 0.875rem; color: var(--soft); text-align: right; }
.exchange .seen { font-size: 0.875rem; font-weight: 600; color: var(--warned); white-space: nowrap; }
.broken { padding: 0.6rem 0.9rem; background: var(--failed-wash); border-left: 4px solid var(--failed); border-radius: 3px; max-width: none; }
.message h4 { margin: 1.25rem 0 0.4rem; }
pre { margin: 0 0 0.6rem; padding: 0.75rem 0.9rem; background: var(--inset); border: 1px solid var(--line); border-radius: 3px; font-size: 0.8125rem; line-height: 1.5; white-space: pre-wrap; word-break: break-all; tab-size: 2; }
pre code { font-size: inherit; }
pre .name { color: var(--soft); }
.path { color: var(--soft); }
@media (max-width: 34rem) {
  .card { grid-template-columns: 1fr; }
  .check > summary { grid-template-columns: 1rem minmax(0, 1fr) max-content; }
  .check > summary .title { grid-column: 2 / -1; grid-row: 2; }
  .exchange > summary { grid-template-columns: 1rem 1.6rem minmax(0, 1fr); }
  .exchange .seen { grid-column: 3; }
  .inside { padding-left: 0.25rem; }
  pre { padding: 0.6rem; }
}
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
`;
