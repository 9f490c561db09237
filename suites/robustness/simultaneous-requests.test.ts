import { testCheck } from '../../harness/testing/check-tester.ts';
import { simultaneousDiscovery } from './scenarios/simultaneous-discovery.ts';
import { simultaneousRequests } from './simultaneous-requests.ts';

testCheck(simultaneousRequests, {
  scenarios: [simultaneousDiscovery],
  fails: [
    '2 of 40 were not answered. The server answered with a fault (InternalServiceFault); a device shows 0x80180006',
    /^2 of 40 were not answered\. The server answered with no complete answer \(.*\); a device shows 0x80180010$/,
  ],
  inconclusive: {
    'a server that answers no Discover': { on: 'discover', answer: { as: 'html' } },
  },
});
