import { chainsOf } from '../evidence/chains.ts';
import { html } from '../markup.ts';
import type { Renderer } from '../renderer.ts';
import { verdictMarks } from '../text/wording.ts';
import { chainSection } from './chain/chains.ts';
import { contents } from './contents.ts';
import { contextOf } from './context.ts';
import { coverage } from './coverage.ts';
import { exchanges } from './exchanges.ts';
import { header } from './header.ts';
import { numbers } from './numbers.ts';
import { phases } from './phases.ts';
import { contentSecurityPolicy, scriptElement, styleElement } from './policy.ts';
import { scopeSection } from './scope.ts';
import { sectionMarkup } from './section.ts';
import { timeline } from './timeline.ts';
import { trendSection } from './trend.ts';
import { waysSection } from './ways.ts';
import { wrong } from './wrong.ts';

/** `report.html`: one file for people that needs no network and not this tool, and no script to be complete. */
export const page: Renderer = {
  format: 'html',
  fileName: 'report.html',
  render: (results, session) => {
    const context = contextOf(results, session);
    const { shown } = context;
    const first = wrong(context);
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="generator" content="${results.tool.name} ${results.tool.version}" />
          <meta name="robots" content="noindex" />
          <title>${verdictMarks[results.verdict].word}: ${results.run.target}</title>
          ${styleElement}
        </head>
        <body>
          <a class="skip" href="#wrong">Skip to the findings</a>
          ${header(results)}
          <main>
            ${first.map(sectionMarkup)}
            <div class="technical">
              ${contents(first, results, session)} ${waysSection(results)} ${numbers(results)} ${phases(context)}
            </div>
            ${trendSection(results.trend)} ${coverage(results)} ${scopeSection(results, session.meta)}
            <div class="technical">
              ${timeline(context)} ${chainSection(chainsOf(results, session, shown))} ${exchanges(context)}
            </div>
          </main>
          <footer>
            <p>
              Made by ${results.tool.name} ${results.tool.version} from results.json and session.har of run
              <span class="mono">${results.run.id}</span>. manifest.json holds the SHA-256 of each file.
            </p>
          </footer>
          ${scriptElement}
        </body>
      </html> `.toString();
  },
};
