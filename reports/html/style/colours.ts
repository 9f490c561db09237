/** Ink and paper, light and dark. Every ink has a contrast of at least 4.5 to 1 on the papers it is used on (WCAG 2.2 AA). */
export const colours = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf9; --sheet: #ffffff; --inset: #f4f2ed; --line: #dcd8cf; --strong-line: #8a857a;
  --ink: #1d1c1a; --soft: #5a564e; --link: #1b4f8f; --focus: #1b4f8f;
  --passed: #17643a; --failed: #a31b16; --warned: #845200; --inconclusive: #4b4693; --errored: #82206f; --inapplicable: #5a564e;
  --passed-wash: #e9f4ec; --failed-wash: #fcedeb; --warned-wash: #fbf1dd; --inconclusive-wash: #efeefa; --errored-wash: #f9ebf6;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15161a; --sheet: #1b1d22; --inset: #111216; --line: #34373f; --strong-line: #7d818c;
    --ink: #e9e7e2; --soft: #aeaaa1; --link: #8fbcf5; --focus: #8fbcf5;
    --passed: #7fd09b; --failed: #ff958c; --warned: #efbd66; --inconclusive: #b3b2ff; --errored: #f0a3df; --inapplicable: #aeaaa1;
    --passed-wash: #16271d; --failed-wash: #2f1a1a; --warned-wash: #2b2314; --inconclusive-wash: #20203a; --errored-wash: #2d1a2a;
  }
}
`;
