/** The colours of the reader, such as high contrast of Windows: backgrounds are gone, so edges and line styles tell what they told. */
export const forced = `
@media (forced-colors: active) {
  .verdict, .note, .findings > li, .broken { border: 1px solid CanvasText; border-left: 6px solid CanvasText; }
  .card.failed, .chain .broken-link, .verdict.nonconformant { border: 3px double CanvasText; }
  .badge { padding: 0 0.35em; border: 1px solid CanvasText; border-radius: 3px; }
  .badge.failed, .badge.errored, .failed > summary > .badge { border: 3px double CanvasText; }
  .badge.inapplicable, .badge.inconclusive { border-style: dashed; }
  .level { border-color: CanvasText; }
  .sequence, .timeline { color: CanvasText; background: Canvas; border-color: CanvasText; }
  svg .failed { color: CanvasText; fill: CanvasText; stroke-width: 2.5; }
  svg path.failed { fill: none; }
  .bar { border: 1px solid CanvasText; }
  .bar rect { stroke: CanvasText; stroke-width: 2; vector-effect: non-scaling-stroke; }
  :focus-visible, .place, :target { outline-color: Highlight; }
  .shown-anyway { outline-color: CanvasText; }
}
`;
