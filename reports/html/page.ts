import { chainsOf } from '../evidence/chains.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import type { Renderer } from '../renderer.ts';
import { shortened } from '../text/shortened.ts';
import { verdictMarks } from '../text/wording.ts';
import { contents } from './contents.ts';
import { contextOf } from './context.ts';
import { coverage } from './coverage.ts';
import { exchanges } from './exchanges.ts';
import { header } from './header.ts';
import { numbers } from './numbers.ts';
import { contentSecurityPolicy, scriptElement, styleElement } from './policy.ts';
import { scopeSection } from './scope.ts';
import { sectionMarkup } from './section.ts';
import { timeline } from './timeline.ts';
import { trendSection } from './trend.ts';
import { waysSection } from './ways.ts';
import { cutSection, pageLimit } from './size/cuts.ts';
import { bytesOf } from './size/fitting.ts';
import { fittingCauses, fittingChains, fittingChecks } from './size/fitting-parts.ts';
import { liveLinks } from './size/live-links.ts';

/**
 * `report.html`: one file for people that needs no network and not this tool, and no script to be complete. It has at most 5 MB: the parts
 * are written in the order in which a reader needs them, and what has no room is counted.
 */
export const page: Renderer = {
  format: 'html',
  fileName: 'report.html',
  render: (results, session) => {
    const context = contextOf(results, session);
    const causes = fittingCauses(context);
    const checks = fittingChecks(context);
    const chains = fittingChains(chainsOf(results, session, context.shown));
    const first = causes.part;
    const technical = html`${contents(first, results, session)} ${waysSection(results)} ${numbers(results)}
    ${checks.markup}`;
    const untested = html`${trendSection(results.trend)} ${coverage(results)} ${scopeSection(results, session.meta)}`;
    const line = timeline(context);
    const frame = (evidence: Markup, cuts: readonly string[]): Markup =>
      document(
        results,
        cuts,
        html`${first.map(sectionMarkup)}
          <div class="technical">${technical}</div>
          ${untested} ${cutSection(cuts)}
          <div class="technical">${line} ${chains.markup} ${evidence}</div>`,
      );
    const cuts = [...causes.cuts, ...checks.cuts, ...chains.cuts];
    const room = pageLimit - reserve - bytesOf(frame(nothing, cuts));
    const evidence = exchanges(context, Math.max(room, 0));
    return liveLinks(frame(evidence.markup, [...cuts, ...evidence.cuts]).toString());
  },
};

/** For what the page says of what it leaves out, and the frame of the evidence. In bytes. */
const reserve = 8000;

function document(results: Results, cuts: readonly string[], main: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="${results.tool.name} ${results.tool.version}" />
        <meta name="robots" content="noindex" />
        <title>${verdictMarks[results.verdict].word}: ${shortened(results.run.target, 300)}</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#wrong">Skip to the findings</a>
        ${header(results, cuts)}
        <main>${main}</main>
        <footer>
          <p>
            Made by ${results.tool.name} ${results.tool.version} from results.json and session.har of run
            <span class="mono">${results.run.id}</span>. manifest.json holds the SHA-256 of each file.
          </p>
        </footer>
        ${scriptElement}
      </body>
    </html> `;
}
