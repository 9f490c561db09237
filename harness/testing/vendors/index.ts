import { bodies } from './bodies.ts';
import { faultRefusals } from './fault-refusals.ts';

import { fleetServers } from './fleet-servers.ts';
import { gateways } from './gateways.ts';
import { mattraxServers } from './mattrax-servers.ts';
import { publishedServers } from './published-servers.ts';
import { redirects } from './redirects.ts';
import { regularExpressionServers } from './regular-expression-servers.ts';
import { sessionServers } from './session-servers.ts';
import { signInServers } from './sign-in-servers.ts';
import { soldServers } from './sold-servers.ts';
import { tokenServers } from './token-servers.ts';
import type { VendorServer } from './vendor-server.ts';

/** Servers as vendors sell them: nothing may be said of each but what it does wrong. */
export const vendorServers: readonly VendorServer[] = [
  ...soldServers,
  ...tokenServers,
  ...regularExpressionServers,
  ...mattraxServers,
  ...fleetServers,
  ...publishedServers,
  ...faultRefusals,
  ...gateways,
  ...redirects,
  ...bodies,
  ...signInServers,
  ...sessionServers,
];
