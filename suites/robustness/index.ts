import type { Check } from '../../harness/engine/rule/check.ts';
import { advertisedAuthentication } from './advertised-authentication.ts';
import { clientVersions } from './client-versions.ts';
import { earlyClientVersion } from './early-client-version.ts';
import { httpMethods } from './http-methods.ts';
import { paddedContextItems } from './padded-context-items.ts';
import { simultaneousEnrollment } from './simultaneous-enrollment.ts';
import { simultaneousRequests } from './simultaneous-requests.ts';
import { serverClock } from './server-clock.ts';
import { versionBanner } from './version-banner.ts';

/** What the server does beside its answers. */
export const robustnessChecks: readonly Check[] = [
  advertisedAuthentication,
  clientVersions,
  earlyClientVersion,
  paddedContextItems,
  serverClock,
  versionBanner,
  httpMethods,
  simultaneousRequests,
  simultaneousEnrollment,
];
