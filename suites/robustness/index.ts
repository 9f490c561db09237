import type { Check } from '../../harness/engine/check.ts';
import { serverClock } from './server-clock.ts';
import { versionBanner } from './version-banner.ts';

/** What the server does beside its answers. */
export const robustnessChecks: readonly Check[] = [serverClock, versionBanner];
