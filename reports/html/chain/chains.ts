import type { Certificate } from '../../../harness/protocol/pki/read/certificate.ts';
import type { Chain, ChainLink } from '../../evidence/chains.ts';
import { html, nothing, type Markup } from '../../markup.ts';
import { shortened } from '../../text/shortened.ts';
import { count } from '../../text/units.ts';
import { exchangeLinks } from '../links.ts';
import { pairs } from '../pairs.ts';
import { purposeName } from './purpose-name.ts';

/** Each chain as a tree, the authority that it hangs on first; the link that is broken says so. */
export function chainSection(chains: readonly Chain[], most = mostLinks): Markup {
  if (chains.length === 0) return nothing;
  return html`<section aria-labelledby="chains">
    <h2 id="chains">Certificate chains</h2>
    <p class="small">
      The certificates that the hosts sent in their handshakes, and those that devices got in the exchanges that stand
      below. Each one is issued by the one that it stands under.
    </p>
    ${chains.map((chain) => chainEntry(chain, most))}
  </section>`;
}

function chainEntry(chain: Chain, most: number): Markup {
  const { title, links, exchanges, problem, beside } = chain;
  const broken = links.filter(({ problems }) => problems.length > 0).length;
  const isBroken = broken > 0 || problem !== undefined;
  const top = links.at(-1);
  const isWhole = top !== undefined && top.certificate.issuer.toString() === top.certificate.subject.toString();
  const tree = nodes(links, most).reduce((below, write) => write(below), nothing);
  return html`<details class="chain-entry ${isBroken ? 'failed' : 'passed'}" ${isBroken ? html` open` : nothing}>
    <summary>
      <h3 class="title">${shortened(title, 200)}: ${shortened(nameOf(links[0]), 120)}</h3>
      <span class="badge"
        ><span class="sign" aria-hidden="true">${isBroken ? '✕' : '✓'}</span> ${isBroken ? 'Broken' : 'Whole'}</span
      >
    </summary>
    <div class="inside" id="chain/${shortened(title, 200).replaceAll(/\s+/g, '-')}/${exchanges[0] ?? 0}">
      <p class="small">Seen in ${exchangeLinks(exchanges)}.</p>
      ${problem === undefined ? nothing : html`<p class="broken"><strong>✕ As judged by the trust of the run, ${problem}.</strong></p>`}
      <ul class="chain">
        ${isWhole || top === undefined ? tree : missing(top, tree)}
      </ul>
      ${
        beside.length === 0
          ? nothing
          : html`<p>Delivered besides, and no part of this chain:</p>
              <ul class="chain">
                ${beside.slice(0, most).map((certificate) => node({ certificate, problems: [] }, 1, nothing))}
              </ul>
              ${beside.length > most ? html`<p class="small">${count(beside.length - most, 'further certificate')}: see session.har.</p>` : nothing}`
      }
    </div>
  </details>`;
}

/** Browsers nest no deeper than some hundred elements, and nobody reads that. */
export const mostLinks = 24;
/** Of one certificate so many problems are named. */
const mostProblems = 10;

type Node = (below: Markup) => Markup;

/** The certificates from the leaf up: of a longer chain the lower ones, the broken ones and the top; a line stands for those between. */
function nodes(links: readonly ChainLink[], most: number): readonly Node[] {
  const broken = links.flatMap(({ problems }, depth) => (problems.length > 0 ? [depth] : []));
  const lower = Array.from({ length: most - 1 }, (_, depth) => depth);
  const wanted = [links.length - 1, ...broken.slice(0, most - 2), ...lower];
  const shown = new Set([...new Set(wanted)].slice(0, most));
  let skipped = 0;
  return links.flatMap((link, depth): Node[] => {
    if (!shown.has(depth)) {
      skipped += 1;
      return [];
    }
    const between = skipped;
    skipped = 0;
    const own: Node = (below) => node(link, depth, below);
    return between === 0 ? [own] : [(below) => gap(between, below), own];
  });
}

function gap(certificates: number, below: Markup): Markup {
  return html`<li>
    <div class="small">${count(certificates, 'certificate')} between: see session.har.</div>
    <ul>
      ${below}
    </ul>
  </li>`;
}

function nameOf(link: ChainLink | undefined): string {
  return link?.certificate.subject.toString() ?? '';
}

function node({ certificate, problems }: ChainLink, depth: number, below: Markup): Markup {
  return html`<li>
    <div${problems.length === 0 ? nothing : html` class="broken-link"`}>
      <span class="subject">${shortened(certificate.subject.toString(), 300) || '(no subject)'}</span>
      ${problems.slice(0, mostProblems).map((problem) => html`<p class="problem"><strong>✕ ${shortened(problem, 600)}</strong></p>`)}
      ${problems.length > mostProblems ? html`<p class="small">${count(problems.length - mostProblems, 'further problem')} of this certificate.</p>` : nothing}
      ${pairs(factsOf(certificate, depth))}
    </div>
    ${
      below === nothing
        ? nothing
        : html`<ul>
            ${below}
          </ul>`
    }
  </li>`;
}

/** The place of an authority that was not sent. */
function missing({ certificate }: ChainLink, tree: Markup): Markup {
  return html`<li>
    <div>
      <span class="subject">${shortened(certificate.issuer.toString(), 300)}</span>
      <span class="small">is not among what was sent</span>
    </div>
    <ul>
      ${tree}
    </ul>
  </li>`;
}

function factsOf(certificate: Certificate, depth: number): readonly (readonly [string, string | undefined])[] {
  const {
    serial,
    notBefore,
    notAfter,
    publicKey,
    signature,
    keyUsages,
    extendedKeyUsages,
    subjectAlternativeNames,
    sha1,
    ca,
    pathLength,
  } = certificate;
  const list = (words: readonly string[] | undefined) =>
    words === undefined ? undefined : shortened(words.join(', '), 400);
  const authority = ca === true ? `yes${pathLength === undefined ? '' : `, at most ${pathLength} below it`}` : 'no';
  return [
    ['Valid', `${day(notBefore)} to ${day(notAfter)}`],
    [
      'Key',
      `${publicKey.algorithm.toUpperCase()}${publicKey.bits === undefined ? '' : ` ${publicKey.bits} bits`}, signed with ${signature.name}`,
    ],
    ['Authority', depth === 0 && ca !== true ? undefined : authority],
    ['Key usage', list(keyUsages)],
    ['For', list(extendedKeyUsages?.map(purposeName))],
    ['Names', list(subjectAlternativeNames?.map(({ type, value }) => `${type} ${value}`))],
    ['Serial', shortened(serial.toString(16), 100)],
    ['SHA-1', sha1],
  ];
}

function day(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an unreadable date' : date.toISOString().slice(0, 16).replace('T', ' ');
}
