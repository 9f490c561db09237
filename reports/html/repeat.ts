import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange } from '../../harness/wire/exchange/exchange.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { curlCommand } from '../text/curl.ts';
import { repeatCommand } from '../text/repeat.ts';
import { exchangeLink } from './links.ts';

/** How to see it again: the command of this tool, and the request alone. */
export function repeatPart(results: Results, checks: readonly string[], exchange: Exchange | undefined): Markup {
  return html`<pre class="command"><code>${repeatCommand(results, checks)}</code></pre>
    ${exchange === undefined ? nothing : requestAlone(exchange)}`;
}

function requestAlone(exchange: Exchange): Markup {
  const { text, placeholders, needsCertificate } = curlCommand(exchange);
  const notes = [
    ...(placeholders.length === 0 ? [] : [`Put the secrets in place of ${placeholders.join(', ')}.`]),
    ...(needsCertificate ? ['The device showed a certificate: give its PEM file and that of its key.'] : []),
    'Ids and times in it are those of the run; a server may refuse them a second time.',
  ];
  return html`<details class="again">
    <summary><span class="title">The request of exchange ${exchange.index} alone, as curl</span></summary>
    <div class="inside">
      <pre class="command"><code>${text}</code></pre>
      <p class="small">
        For a POSIX shell, beside <code>session.har</code>. ${notes.join(' ')} See ${exchangeLink(exchange.index)}.
      </p>
    </div>
  </details>`;
}
