import { readTermsQuestion } from '../../protocol/terms-of-use/terms-answer.ts';
import type { Kind } from './kind.ts';

/** The addresses that a session has named so far, and what is asked for there. */
export interface Endpoints {
  /** The kind of message that goes to an address; undefined where nothing has named it. */
  serviceAt(url: string): Kind | undefined;
  /** Whether services share an address, as in the published samples: a message there may be meant for any of them. */
  isShared(url: string): boolean;
  /** Whether the answer to a probe led to this address. */
  isRedirectOfProbe(url: string): boolean;
  /** Whether a page of the sign-in is at this address: its first page, whatever its query, or where another page led. */
  isSignIn(url: string): boolean;
  /** Whether messages of a session went to this address, whatever its query: a device appends one. */
  isManagement(url: string): boolean;
  /** Whether a page of the terms of use is at this address: what asks for them, or where a page of them led. */
  isTerms(url: string): boolean;
}

/** The same, to be written to while the exchanges are read in their order. */
export interface EndpointLog extends Endpoints {
  add(url: string, kind: Kind): void;
  /** Takes over where the answer to a probe led. */
  addRedirectOfProbe(url: string): void;
  /** Takes over an address of the sign-in. */
  addSignIn(url: string): void;
  /** Takes over an address of management. */
  addManagement(url: string): void;
  /** Takes over an address of the terms of use. */
  addTerms(url: string): void;
}

const discoveryPath = /\/enrollmentserver\/discovery\.svc$/i;

/** Begins with the addresses that are `known` beforehand, and the path that MS-MDE2 3.1 gives discovery on any host. */
export function createEndpoints(known: Iterable<readonly [url: string, kind: Kind]> = []): EndpointLog {
  const services = new Map<string, Kind>([...known].map(([url, kind]) => [normalised(url), kind]));
  const shared = new Set<string>();
  const redirects = new Set<string>();
  const signIns = new Set<string>();
  const terms = new Set<string>();
  const managed = new Set<string>();
  return {
    serviceAt: (url) => services.get(normalised(url)) ?? (isDiscoveryUrl(url) ? 'discover' : undefined),
    isShared: (url) => shared.has(normalised(url)),
    isRedirectOfProbe: (url) => redirects.has(normalised(url)),
    add(url, kind) {
      const address = normalised(url);
      if ((services.get(address) ?? kind) !== kind) shared.add(address);
      services.set(address, kind);
    },
    addRedirectOfProbe: (url) => redirects.add(normalised(url)),
    isSignIn: (url) => signIns.has(withoutQuery(url)),
    addSignIn: (url) => signIns.add(withoutQuery(url)),
    isManagement: (url) => managed.has(withoutQuery(url)),
    addManagement: (url) => managed.add(withoutQuery(url)),
    isTerms: (url) => terms.has(withoutQuery(url)) || readTermsQuestion(url) !== undefined,
    addTerms: (url) => terms.add(withoutQuery(url)),
  };
}

function isDiscoveryUrl(url: string): boolean {
  return URL.canParse(url) && discoveryPath.test(new URL(url).pathname);
}

/** Whether two addresses are of one service. */
export function sameAddress(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

/** User information and fragment are not sent, so that they make no other address. */
function normalised(url: string): string {
  if (!URL.canParse(url)) return url;
  return Object.assign(new URL(url), { username: '', password: '', hash: '' }).href;
}

/** The query of a page is what the page before it put there, and may hold secrets. */
function withoutQuery(url: string): string {
  return normalised(url).replace(/\?.*$/s, '');
}
