import { header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { versionBanner } from './version-banner.ts';

testCheck(versionBanner, {
  fails: ['Server is "Microsoft-IIS/10.0"', 'X-AspNet-Version is "4.0.30319"'],
  passes: { 'a Server header without a version': header('issue', 'Server', 'Windows-MDM') },
});
