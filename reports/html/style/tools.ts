/** The two views, what is printed, and the search. The views need no script. */
export const tools = `
[hidden] { display: none !important; }
.switches { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; align-items: center; font-size: 0.875rem; margin-top: 0.6rem; }
.switches fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
.switches legend { float: left; padding: 0 0.5rem 0 0; color: var(--soft); }
.switches label, .tools label { display: inline-flex; gap: 0.35rem; align-items: center; min-height: 1.75rem; }
input, select, button { font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--strong-line); border-radius: 3px; accent-color: var(--link); }
input[type=search], select, button { padding: 0.2rem 0.5rem; min-height: 2rem; max-width: 100%; }
button { cursor: pointer; }
button:hover { background: var(--inset); }
.copy { font-size: 0.8125rem; min-height: 1.75rem; margin: 0.3rem 0 0.5rem; }
.head .copy, summary .copy { margin: 0; }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; align-items: center; padding: 0.6rem 0; margin-bottom: 0.5rem; font-size: 0.875rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools label { max-width: 100%; }
.tools select { min-width: 0; flex: 0 1 auto; }
.tools .find { flex: 1 1 14rem; }
.tools .find input { flex: 1 1 auto; min-width: 0; }
.tools output { color: var(--soft); }
body:has(#view-manager:checked) .technical { display: none; }
body:has(#view-manager:checked):has(.technical:target, .technical :target, .technical .place) .technical { display: revert; }
.shown-anyway { outline: 2px dashed var(--warned); outline-offset: 2px; }
@media (max-width: 60rem), (max-height: 40rem) { .tools { position: static; } }
`;
