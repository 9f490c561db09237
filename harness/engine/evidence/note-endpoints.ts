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
  if (evidence.kind !== 'discover') return;
  endpoints.add(url, 'discover');
  const policy = tree?.text(`${result}[local-name()="EnrollmentPolicyServiceUrl"]`)?.trim();
  const enrollment = tree?.text(`${result}[local-name()="EnrollmentServiceUrl"]`)?.trim();
  if (policy) endpoints.add(policy, 'get-policies');
  if (enrollment) endpoints.add(enrollment, 'issue');
}
