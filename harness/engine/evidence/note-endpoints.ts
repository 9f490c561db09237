import type { HtmlPage } from '../../protocol/html/read-page.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { EndpointLog } from './endpoints.ts';
import type { Evidence } from './evidence.ts';

const result = '//*[local-name()="DiscoverResult"]/*';

/**
 * Takes over the addresses that an exchange names. `tree` is the body of its answer: a device reads a Discover answer leniently, so
 * that a defect of the answer hides none of the requests that follow it.
 */
export function noteEndpoints(evidence: Evidence, tree: XmlTree | undefined, endpoints: EndpointLog): void {
  const { url } = evidence.exchange.request;
  if (evidence.kind === 'probe' && evidence.state === 'success') {
    for (const { value } of evidence.headers('Location')) {
      if (URL.canParse(value, url)) endpoints.addRedirectOfProbe(new URL(value, url).href);
    }
  }
  if (evidence.kind === 'authenticate')
    notePage(evidence, (to) => {
      endpoints.addSignIn(to);
    });
  if (evidence.kind === 'manage') endpoints.addManagement(url);
  if (evidence.kind === 'terms-of-use') noteTerms(evidence, endpoints);
  if (evidence.kind !== 'discover') return;
  endpoints.add(url, 'discover');
  const policy = tree?.text(`${result}[local-name()="EnrollmentPolicyServiceUrl"]`)?.trim();
  const enrollment = tree?.text(`${result}[local-name()="EnrollmentServiceUrl"]`)?.trim();
  if (policy) endpoints.add(policy, 'get-policies');
  if (enrollment) endpoints.add(enrollment, 'issue');
  const signIn = tree?.text(`${result}[local-name()="AuthenticationServiceUrl"]`)?.trim();
  if (signIn && isWebAddress(signIn)) endpoints.addSignIn(signIn);
}

/** The first page may also lead on by a link. */
function noteTerms(evidence: Evidence, endpoints: EndpointLog): void {
  endpoints.addTerms(evidence.exchange.request.url);
  notePage(
    evidence,
    (to) => {
      endpoints.addTerms(to);
    },
    (page) => page.links.map(({ address }) => address),
  );
}

/** A page leads on by a redirect, by itself, or by its forms. */
function notePage(
  evidence: Evidence,
  add: (url: string) => void,
  more: (page: HtmlPage) => readonly string[] = () => [],
): void {
  const { url } = evidence.exchange.request;
  if (evidence.state === 'broken') return;
  const { page } = evidence;
  const { forms, refresh } = page;
  const locations = evidence.headers('Location').map(({ value }) => value.trim());
  const named = [...locations, refresh, ...forms.map(({ address }) => address), ...more(page)];
  for (const address of named) {
    const to = address !== undefined && URL.canParse(address, url) ? new URL(address, url).href : '';
    if (isWebAddress(to)) add(to);
  }
}

function isWebAddress(url: string): boolean {
  return /^https?:/i.test(url) && URL.canParse(url);
}
