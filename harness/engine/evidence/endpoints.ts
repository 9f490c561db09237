import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Evidence } from './evidence.ts';
import type { Kind } from './kind.ts';

/** The addresses that the exchanges of a session have named so far, and what is asked for there. */
export interface Endpoints {
  /** The kind of message that goes to an address; undefined where no exchange has named it. */
  serviceAt(url: string): Kind | undefined;
  /** Whether services share an address, as in the published samples: a message there may be meant for any of them. */
  isShared(url: string): boolean;
  /** Whether the answer to a probe led to this address. */
  isRedirectOfProbe(url: string): boolean;
  /** Takes over what an answer names; `tree` is its body, however unusable. */
  note(evidence: Evidence, tree: XmlTree | undefined): void;
}

const discoveryPath = /\/enrollmentserver\/discovery\.svc$/i;
const result = '//*[local-name()="DiscoverResult"]/*';

/** Begins with the addresses that are `known` beforehand, and the path that MS-MDE2 3.1 gives discovery on any host. */
export function createEndpoints(known: Iterable<readonly [url: string, kind: Kind]> = []): Endpoints {
  const services = new Map<string, Kind>(known);
  const shared = new Set<string>();
  const redirects = new Set<string>();

  const add = (url: string | undefined, kind: Kind): void => {
    if (!url) return;
    if ((services.get(url) ?? kind) !== kind) shared.add(url);
    services.set(url, kind);
  };

  return {
    serviceAt: (url) => services.get(url) ?? (isDiscoveryUrl(url) ? 'discover' : undefined),
    isShared: (url) => shared.has(url),
    isRedirectOfProbe: (url) => redirects.has(normalised(url)),
    note(evidence, tree) {
      const { url } = evidence.exchange.request;
      if (evidence.kind === 'probe' && evidence.state === 'success') {
        for (const { value } of evidence.headers('Location')) {
          if (URL.canParse(value, url)) redirects.add(new URL(value, url).href);
        }
      }
      if (evidence.kind !== 'discover') return;
      // A device reads a Discover answer leniently, so that a defect of it hides none of our own requests.
      add(url, 'discover');
      add(tree?.text(`${result}[local-name()="EnrollmentPolicyServiceUrl"]`)?.trim(), 'get-policies');
      add(tree?.text(`${result}[local-name()="EnrollmentServiceUrl"]`)?.trim(), 'issue');
    },
  };
}

function isDiscoveryUrl(url: string): boolean {
  return URL.canParse(url) && discoveryPath.test(new URL(url).pathname);
}

function normalised(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
