/** Verdict, cards, checks, exchanges. Tone never stands alone: a sign and a word always go with it. */
export const parts = `
.kind { font-size: 0.875rem; color: var(--soft); margin: 0 0 0.35rem; }
.front { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(25rem, 100%), 1fr)); gap: 0.5rem 2rem; margin-top: 0.75rem; }
.verdict { --tone: var(--inconclusive); --wash: var(--inconclusive-wash); margin: 0 0 0.6rem; padding: 0.7rem 1rem; background: var(--wash); border-left: 6px solid var(--tone); border-radius: 3px; }
.verdict.conformant { --tone: var(--passed); --wash: var(--passed-wash); }
.verdict.nonconformant { --tone: var(--failed); --wash: var(--failed-wash); }
.verdict.unsound { --tone: var(--errored); --wash: var(--errored-wash); }
.verdict p { margin: 0; }
.verdict .word { font-size: 1.375rem; line-height: 1.25; font-weight: 700; letter-spacing: -0.01em; color: var(--tone); }
.verdict .because { margin: 0.25rem 0; }
.note { padding: 0.45rem 1rem; margin-bottom: 0.6rem; border-left: 6px solid var(--tone, var(--warned)); background: var(--warned-wash); border-radius: 3px; }
.note.errored { background: var(--errored-wash); max-width: none; }
.way-list { list-style: none; padding: 0; margin: 0 0 0.6rem; font-size: 0.9375rem; line-height: 1.45; }
.way-list .sign, .way-list .word { color: var(--tone); font-weight: 600; }
.way-list .sign { display: inline-block; min-width: 1ch; }
.scope { list-style: none; padding: 0; margin: 0; font-size: 0.875rem; line-height: 1.45; }
.scope li { margin-bottom: 0.2rem; }
.facts { align-content: start; gap: 0.15rem 1rem; margin: 0; font-size: 0.8125rem; line-height: 1.4; }
.facts dt { font-size: inherit; padding: 0; }
.facts code { font-size: 0.75rem; }
.facts .hash { word-break: break-all; }
.facts .whole { display: inline-block; max-width: 100%; }
.badge { display: inline-flex; gap: 0.4em; align-items: baseline; font-size: 0.875rem; font-weight: 600; color: var(--tone, var(--soft)); white-space: nowrap; }
.sign { font-family: var(--mono); font-weight: 700; }
.passed { --tone: var(--passed); } .failed { --tone: var(--failed); } .warned { --tone: var(--warned); }
.inconclusive { --tone: var(--inconclusive); } .errored { --tone: var(--errored); } .inapplicable { --tone: var(--inapplicable); }
.level { font-size: 0.75rem; font-weight: 600; letter-spacing: 0.03em; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0.05rem 0.4rem; white-space: nowrap; }
.level.must { color: var(--ink); border-color: var(--strong-line); }
.cards { list-style: none; padding: 0; margin: 0 0 0.6rem; }
.card { max-width: none; margin-bottom: 0.5rem; padding: 0.6rem 1rem 0.7rem; background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 3px; }
.card .head { display: flex; flex-wrap: wrap; gap: 0.1rem 0.75rem; align-items: baseline; justify-content: space-between; margin-bottom: 0.35rem; }
.card .head h3 { flex: 1 1 20rem; overflow-wrap: anywhere; text-wrap: wrap; }
.card .pairs, .fold .pairs { margin: 0; gap: 0.1rem 1rem; grid-template-columns: minmax(3.75rem, max-content) minmax(0, 1fr); font-size: 0.9375rem; line-height: 1.45; }
.card .pairs dd { max-width: 62rem; }
.card details, .card details:last-of-type { border: 0; }
.card details > summary { grid-template-columns: 1rem minmax(0, 1fr) max-content; padding: 0; }
.card details > summary .title { font-size: 1.0625rem; font-weight: 650; line-height: 1.25; }
.card .again > summary { grid-template-columns: 1rem minmax(0, 1fr); }
.card .again > summary .title { font-size: 0.875rem; font-weight: 400; color: var(--link); }
.short-list { margin: 0 0 0.9rem; padding-left: 1.5rem; font-size: 0.9375rem; }
.short-list li { max-width: none; }
.card .soft { color: var(--soft); }
.unfolded { padding: 0.5rem 0 0 1.75rem; }
.fold { border: 0; }
.fold:last-of-type { border-bottom: 0; }
.fold > summary .title { font-weight: 600; }
.fold .sign { color: var(--tone); }
.fold > .inside { padding: 0.2rem 0 0.6rem; }
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
.inside { padding: 0.4rem 0.25rem 1.1rem 2rem; scroll-margin-top: 8rem; }
details, li[id] { scroll-margin-top: 8rem; }
.inside:is(:target, .place), li:is(:target, .place) { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
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
pre.command { word-break: normal; overflow-wrap: anywhere; }
pre code { font-size: inherit; }
pre .name { color: var(--soft); }
.path { color: var(--soft); }
@media (max-width: 34rem) {
  .card { padding: 0.6rem 0.75rem; }
  .facts { grid-template-columns: minmax(4.5rem, max-content) minmax(0, 1fr); }
  .facts dd { margin: 0; }
  .card details > summary { grid-template-columns: 1rem minmax(0, 1fr); }
  .card details > summary .level { grid-column: 2; justify-self: start; }
  .unfolded { padding-left: 0; }
  .check > summary { grid-template-columns: 1rem minmax(0, 1fr) max-content; }
  .check > summary .title { grid-column: 2 / -1; grid-row: 2; }
  .exchange > summary { grid-template-columns: 1rem 1.6rem minmax(0, 1fr); }
  .exchange .seen { grid-column: 3; }
  .inside { padding-left: 0.25rem; }
  pre { padding: 0.6rem; }
}
@media (max-width: 26rem) { .card .pairs { grid-template-columns: 1fr; gap: 0; } }
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
`;
