import { testCheckTable } from '../../harness/testing/check-table.ts';
import { messageStyles } from '../envelope/scenarios/message-styles.ts';
import { discoveryChecks } from './index.ts';
import { clientProfiles } from './scenarios/client-profiles.ts';
import { discoverPolicies } from './scenarios/discover-policies.ts';
import { discoverUsers } from './scenarios/discover-users.ts';
import { discoverValues } from './scenarios/discover-values.ts';
import { discoverVersions } from './scenarios/discover-versions.ts';

/** Of what no Windows sends, no code is shown. */
const refused = 'The server answered with a fault (MessageFormat)';
const shown = `${refused}; a device shows 0x80180001`;

testCheckTable(discoveryChecks, {
  'discovery/application-versions': { scenarios: [discoverValues], fails: [shown, shown] },
  'discovery/client-profiles': { scenarios: [clientProfiles], fails: [refused, refused, refused] },
  'discovery/device-types': { scenarios: [discoverValues], fails: [shown, shown] },
  'discovery/down-level-names': { scenarios: [discoverUsers], fails: [shown] },
  'discovery/element-orders': { scenarios: [discoverValues], fails: [refused, refused] },
  'discovery/email-addresses': { scenarios: [discoverUsers], fails: [shown, shown, shown] },
  'discovery/future-request-versions': { scenarios: [discoverVersions], fails: [refused] },
  'discovery/offered-policies': { scenarios: [discoverPolicies], fails: [refused, refused, refused] },
  'discovery/os-editions': { scenarios: [discoverValues], fails: [shown, shown] },
  'discovery/padded-numbers': { scenarios: [discoverValues], fails: [refused, refused] },
  'discovery/request-versions': { scenarios: [discoverVersions], fails: [shown, shown] },
  'discovery/unknown-elements': { scenarios: [discoverValues], fails: [refused, refused] },
  'discovery/user-agents': { scenarios: [messageStyles], fails: [shown, shown, shown, shown] },
  'discovery/value-formats': { scenarios: [discoverValues], fails: [refused, refused] },
});
