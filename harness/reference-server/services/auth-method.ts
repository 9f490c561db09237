/** How a server authenticates the user of a device, as command lines name it. */
export type AuthMethod = 'on-premise' | 'federated' | 'certificate';

/** All that this server can offer. */
export const authMethods: readonly AuthMethod[] = ['on-premise', 'federated', 'certificate'];

/** The AuthPolicy of each, as Discover names it (MS-MDE2 3.1.4.1.3.1). */
export const authPolicies: Readonly<Record<AuthMethod, string>> = {
  'on-premise': 'OnPremise',
  federated: 'Federated',
  certificate: 'Certificate',
};

/** The methods of one server, the preferred one first. */
export type AuthOffer = readonly [AuthMethod, ...AuthMethod[]];

/** Orders the methods. A server with both prefers federated, which shows the password to a page and not to each service. */
export function authOffer(methods: readonly AuthMethod[] = [], preferred: AuthMethod = 'federated'): AuthOffer {
  const [first = 'on-premise', ...others] = authMethods
    .filter((method) => methods.includes(method))
    .sort((a, b) => Number(b === preferred) - Number(a === preferred));
  return [first, ...others];
}

/** The method for a device that offers these AuthPolicies, in any order; undefined if the server has none of them. */
export function chosenMethod(offer: AuthOffer, policies: readonly string[]): AuthMethod | undefined {
  return offer.find((method) => policies.includes(authPolicies[method]));
}
