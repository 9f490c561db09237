import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import { agentFamily } from './agent-enrollment.ts';
import { mayBeOfOne, readSigns, signsOf } from './device-signs.ts';
import type { Evidence } from './evidence.ts';
import { inPeriod } from './renewal-offer.ts';
import type { RequestFacts } from './request-facts.ts';

/** What is around a request. */
interface Context {
  readonly before: readonly Evidence[];
  /**
   * Whether the server accepted the request in a third-party recording. Nobody says there that the credential was made up, and Windows
   * itself sends a genuine token to servers that say OnPremise.
   */
  readonly provenByAnswer: boolean;
}

/** Adds to the facts of a request what only the exchanges around it show. */
export function inContext(
  facts: RequestFacts,
  exchange: Exchange,
  request: XmlTree | undefined,
  { before, provenByAnswer }: Context,
): RequestFacts {
  if (facts.renewal) return { ...facts, renewal: inPeriod(facts.renewal, exchange, before) };
  // Without a credential none is wrong; a recording may have very many such requests, so that nothing is looked up for them.
  if (provenByAnswer || facts.credential === undefined) return facts;
  if (exchange.label?.family === agentFamily) return facts;
  const discovered = discoveriesOf(exchange, request, before);
  const isWrong = discovered.length > 0 && discovered.every((item) => isWrongCredential(facts.credential, item));
  if (!isWrong) return facts;
  return { ...facts, deviations: [...new Set([...facts.deviations, 'credential-type'])] };
}

/**
 * The Discover answers that a device may have gone on from. In a run that is the last one. In a third-party recording several
 * devices may enroll at once: there it is every one that may be the device's own, or any where none may.
 */
function discoveriesOf(
  exchange: Exchange,
  request: XmlTree | undefined,
  before: readonly Evidence[],
): readonly Evidence[] {
  const discovered = before.filter(({ kind, state }) => kind === 'discover' && state === 'success');
  if (exchange.label) return discovered.slice(-1);
  const signs = readSigns(exchange, request);
  const own = discovered.filter((item) => mayBeOfOne(signsOf(item), signs));
  return own.length > 0 ? own : discovered;
}

/** A credential that a Discover answer did not ask for: what is wrong here lies between two messages. */
function isWrongCredential(credential: string | undefined, { payload }: Evidence): boolean {
  const policy = payload.find('d:DiscoverResult/d:AuthPolicy')?.text.trim();
  if (policy === 'OnPremise') return credential === 'user-token' || credential === 'certificate';
  if (policy === 'Federated') return credential === 'username-token' || credential === 'certificate';
  // Without its signature, a certificate looks like a user token.
  return policy === 'Certificate' && credential === 'username-token';
}
