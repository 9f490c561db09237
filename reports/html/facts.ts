import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { duration, instant } from '../text/units.ts';
import { exitMeaning, modeSentence } from '../text/wording.ts';
import { pairs } from './pairs.ts';

/** Who judged what, when and with what. A program that judged by the library names no person, command line or machine. */
export function facts(results: Results): Markup {
  const { run, tool, exitCode, requirementSet } = results;
  const { maker } = run;
  return pairs(
    [
      [
        run.mode === 'audit' ? 'Recorded' : 'When',
        html`<time datetime="${run.startedAt}">${instant(run.startedAt)}</time>, for ${duration(run.durationMs)}`,
      ],
      ['Judged by', maker?.user ?? 'a program, by the library'],
      ['Command', maker && command(shortened(maker.commandLine, 4000))],
      ['Tool', `${tool.name} ${tool.version}${maker ? `, Node ${maker.node}` : ''}`],
      ['Machine', maker?.machine],
      ['Mode', modeSentence(results)],
      ['In place of what was refused', notes(run.substitutes)],
      ['Secrets', notes(run.secretNotes)],
      ['Run', html`<code>${run.id}</code>`],
      ['Catalogue', html`SHA-256 <code class="hash">${requirementSet}</code>`],
      ['Exit code', `${exitCode}: ${exitMeaning(results)}`],
    ],
    'pairs facts',
  );
}

/** Each as a sentence. */
function notes(clauses: readonly string[] = []): Markup | undefined {
  return clauses.length === 0 ? undefined : html`${clauses.map((clause) => html`<span>${sentence(clause)}</span> `)}`;
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** Its words stay whole: a line never ends between the hyphens of an option. */
function command(line: string): Markup {
  return html`<code>${line.split(' ').map((word) => html`<span class="whole">${word}</span> `)}</code>`;
}
