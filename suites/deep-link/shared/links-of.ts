import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { Seen } from '../../../harness/engine/rule/check.ts';
import { publishedLinks } from '../../../harness/protocol/deep-link/published-links.ts';
import type { PublishedLink } from '../../../harness/protocol/deep-link/published-links.ts';
import type { LinkDefect, LinkDefectKind } from '../../../harness/protocol/deep-link/link-defect.ts';
import type { LinkParameterName } from '../../../harness/protocol/deep-link/parameters.ts';

/** The deep links that a page or a redirect publishes. */
export function linksOf(evidence: Evidence): readonly PublishedLink[] {
  const { status } = evidence.response;
  const locations = status >= 300 && status < 400 ? evidence.headers('Location').map(({ value }) => value) : [];
  return publishedLinks(evidence.page, locations);
}

/** What a check looks for in links: these defects, of these parameters; without parameters, of whichever. */
export interface SoughtDefects {
  readonly kinds: readonly LinkDefectKind[];
  readonly of?: readonly LinkParameterName[];
}

/** A finding for each of these defects of the links of a page; links that are alike give one. */
export function* seenIn(evidence: Evidence, sought: SoughtDefects): Iterable<Seen> {
  const messages = linksOf(evidence).flatMap(({ link }) =>
    link.defects.filter((defect) => isSought(defect, sought)).map(({ says }) => says),
  );
  for (const message of new Set(messages)) yield { message, at: evidence.at('body') };
}

function isSought({ kind, parameter }: LinkDefect, { kinds, of }: SoughtDefects): boolean {
  return kinds.includes(kind) && (of === undefined || of.some((name) => name === parameter));
}

/** Whether a link of a page holds one of these parameters. */
export function holds(evidence: Evidence, ...names: readonly LinkParameterName[]): boolean {
  return linksOf(evidence).some(({ link }) => link.parameters.some(({ parameter }) => names.includes(parameter.name)));
}
