import { windows10 } from '../../../harness/device/client/profile.ts';
import type { Profile } from '../../../harness/device/client/profile.ts';

/** Edge on Windows 10: a page may show its link only to a browser that opens it (Learn: MDM enrollment of Windows devices). */
export const edge: Profile = {
  ...windows10,
  probeHeaders: [
    ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
    ['Accept-Language', 'en-US'],
    [
      'User-Agent',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    ],
  ],
};
