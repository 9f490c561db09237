/** Pictures, chains and decoded documents. Text in pictures has the ink of the page. */
export const figures = `
svg text { font-family: var(--sans); }
.sequence, .timeline { display: block; color: var(--ink); background: var(--sheet); border: 1px solid var(--line); border-radius: 3px; }
svg .failed { color: var(--failed); fill: var(--failed); }
.timeline { width: 100%; min-width: 44rem; max-width: 60rem; height: auto; }
strong.failed { color: var(--failed); }
.steps { font-size: 0.8125rem; }
.steps td, .steps th { padding: 0.2rem 0.75rem 0.2rem 0; }
.steps td:nth-child(2), .steps td:nth-child(5), .steps td:nth-child(7) { white-space: nowrap; }
.steps td:nth-child(3) { min-width: 12rem; } .steps td:nth-child(6) { min-width: 7rem; }
.steps tr:is(:target, .place) { outline: 2px solid var(--focus); outline-offset: -2px; }
.device > summary { grid-template-columns: 1rem minmax(0, 1fr) max-content; }
.device > summary .title { font-weight: 500; }
.device.seen-in > summary .title { font-weight: 650; }
.device .tally strong { color: var(--failed); }
.chain-entry > summary { grid-template-columns: 1rem minmax(0, 1fr) max-content; }
.problem { margin: 0.2rem 0; }
.chain, .chain ul { list-style: none; padding: 0; margin: 0 0 0.75rem; max-width: none; }
.chain ul { margin: 0.4rem 0 0; padding-left: 1.25rem; border-left: 2px solid var(--strong-line); }
.chain li { max-width: none; padding: 0.2rem 0; }
.chain .broken-link { padding: 0.3rem 0.75rem; border-left: 4px solid var(--failed); background: var(--failed-wash); border-radius: 3px; }
.chain .subject { font-weight: 600; overflow-wrap: anywhere; }
.chain .pairs { margin: 0.2rem 0; gap: 0.05rem 1rem; font-size: 0.875rem; }
.decoded { font-size: 0.8125rem; }
.decoded td, .decoded th { padding: 0.2rem 0.75rem 0.2rem 0; }
.decoded .long { overflow-wrap: anywhere; min-width: 12rem; }
.decoded td:first-child, .decoded th:first-child { min-width: 8rem; }
`;
