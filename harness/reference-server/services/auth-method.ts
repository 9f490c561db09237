/** A method that Discover can name. */
export type OfferedMethod = 'on-premise' | 'federated' | 'certificate';

/**
 * How a server authenticates the user of a device, as command lines name it. `entra` comes beside the others: a device that joins Microsoft
 * Entra heeds no answer of Discover.
 */
export type AuthMethod = OfferedMethod | 'entra';

/** All that this server can offer. */
export const authMethods: readonly AuthMethod[] = ['on-premise', 'federated', 'certificate', 'entra'];

/** The AuthPolicy of each, as Discover names it (MS-MDE2 3.1.4.1.3.1). */
export const authPolicies: Readonly<Record<OfferedMethod, string>> = {
  'on-premise': 'OnPremise',
  federated: 'Federated',
  certificate: 'Certificate',
};

const offeredMethods: readonly OfferedMethod[] = ['on-premise', 'federated', 'certificate'];

/** The methods of one server, the preferred one first. */
export type AuthOffer = readonly [OfferedMethod, ...OfferedMethod[]];

/**
 * Orders the methods. A server with both prefers federated, which shows the password to a page and not to each service. A server that has
 * nothing but `entra` names federated, because Discover has to name a method.
 */
export function authOffer(methods: readonly AuthMethod[] = [], preferred: AuthMethod = 'federated'): AuthOffer {
  const [first = methods.includes('entra') ? 'federated' : 'on-premise', ...others] = offeredMethods
    .filter((method) => methods.includes(method))
    .sort((a, b) => Number(b === preferred) - Number(a === preferred));
  return [first, ...others];
}

/** The method for a device that offers these AuthPolicies, in any order; undefined if the server has none of them. */
export function chosenMethod(offer: AuthOffer, policies: readonly string[]): OfferedMethod | undefined {
  return offer.find((method) => policies.includes(authPolicies[method]));
}
