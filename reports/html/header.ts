import type { Coverage, Results, Scope, Verdict } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { countsSentence } from '../text/counts.ts';
import { deviceOf, profileSentence, scopeSentences, verdictMarks, verdictSentence } from '../text/wording.ts';
import { wayWord } from '../text/ways.ts';
import { facts } from './facts.ts';
import { address } from './links.ts';
import { cutNote } from './size/cuts.ts';
import { ownNotes } from './own.ts';
import { waiverNotes } from './waivers.ts';
import { switches } from './switches.ts';

/** The target, the verdict, of what it speaks, and the facts of the run. */
export function header(results: Results, cuts: readonly string[]): Markup {
  const { run, verdict, because, counts, scope } = results;
  const notes = [waiverNotes(results), ownNotes(results)];
  return html`<header class="top">
    <p class="kind">Conformance report · Windows MDM enrollment</p>
    <h1>${address(shortened(run.target, 2000))}</h1>
    <div class="front">
      <div>
        <div class="verdict ${verdict}">
          <p class="word">
            <span class="sign" aria-hidden="true">${verdictMarks[verdict].symbol}</span> ${verdictSentence(results)}
          </p>
          <p class="because">${shortened(because, 2000)}</p>
          <p class="small">${linkedCounts(countsSentence(counts))}</p>
        </div>
        ${notes} ${wayList(results)} ${narrowed(scope)} ${cutNote(cuts)} ${sentences(results)}
      </div>
      ${facts(results)}
    </div>
    ${switches()}
  </header>`;
}

/** `3 failed` leads to the checks; the script shows those of this outcome alone. */
function linkedCounts(sentence: string): Markup {
  const pieces = sentence.split(/(\d+ (?:passed|failed|inconclusive|errored|inapplicable))\b/);
  return html`${pieces.map((piece, position) =>
    position % 2 === 1 && !piece.startsWith('0 ')
      ? html`<a href="#checks" data-outcomes-link="${piece.split(' ')[1] ?? ''}">${piece}</a>`
      : html`${piece}`,
  )}`;
}

/** Each way in with its verdict and why. */
function wayList({ ways }: Results): Markup {
  if (ways.length === 0) return nothing;
  return html`<ul class="way-list" aria-label="Verdict of each way in">
    ${ways.map((result) => {
      const { way, verdict, because } = result;
      const symbol = verdict === undefined ? '–' : verdictMarks[verdict].symbol;
      return html`<li class="${verdict === undefined ? 'inapplicable' : verdictTones[verdict]}">
        <span class="sign" aria-hidden="true">${symbol}</span> <strong>${way}:</strong>
        <span class="word">${wayWord(result)}</span>
        <span class="small">${because}</span>
      </li>`;
    })}
  </ul>`;
}

const verdictTones: Readonly<Record<Verdict, string>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  incomplete: 'inconclusive',
  unsound: 'errored',
};

function narrowed({ limitedTo }: Scope): Markup {
  if (limitedTo.length === 0) return nothing;
  return html`<p class="note">
    <strong>Not the whole suite.</strong> This verdict is limited to <code>${limitedTo.join(' ')}</code>.
  </p>`;
}

/** Of what the verdict speaks. That the server was our own one stands out: the report then says nothing of another. */
function sentences({ verdict, scope, coverage }: Results): Markup {
  const all = scopeSentences(scope);
  const loud = scope.embedded ? all.slice(0, 1) : [];
  const covered = verdict === 'conformant' ? [] : [`The verdict is about ${scope.covers}, as ${deviceOf(scope)}`];
  const rest = [...covered, profileSentence(scope), ...all.slice(loud.length)];
  return html`${loud.map((sentence) => html`<p class="note"><strong>${sentence}.</strong></p>`)}
    <ul class="scope">
      ${rest.map((sentence) => html`<li>${sentence}.</li>`)} ${untested(coverage)}
    </ul>`;
}

function untested({ total, gaps }: Coverage): Markup {
  return html`<li>
    Not tested: ${gaps.length} of ${total.total} requirements. <a href="#coverage">Which, and why</a>.
    <a href="#scope">What this report does not say</a>.
  </li>`;
}
