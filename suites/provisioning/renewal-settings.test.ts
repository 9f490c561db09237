import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalSettingsPresence } from './renewal-settings.ts';

testCheck(renewalSettingsPresence, {
  fails: ['The document has no WSTEP/Renew; the certificate expires on 2027-01-15T09:30:00.000Z'],
});
