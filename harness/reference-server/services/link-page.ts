import { deepLink, deepLinkAnchor } from '../../protocol/deep-link/deep-link.ts';

/** A tenant and a device of the reference server, which knows no others. */
const tenantidentifier = '3f0d1c52-6f3b-4b0e-9c39-5a1f6f5e7a10';
const deviceidentifier = '7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41';

/** The page that publishes the link to the enrollment app of Windows, for one user. */
export function linkPage(servername: string, username: string): string {
  const link = deepLink({ username, servername, deviceidentifier, tenantidentifier, ownership: 3 });
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Enroll your device</title>',
    '</head>',
    '<body>',
    '<main>',
    '<h1>Enroll your device</h1>',
    `<p>${deepLinkAnchor(link, 'Enroll this device')}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
