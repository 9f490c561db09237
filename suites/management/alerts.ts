import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementAlerts = defineSessionTolerance({
  id: 'management/alerts',
  title: 'Alerts of unknown type, without Meta, or with other statements of who is logged in are answered',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-18', 'SYN-42'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'later versions of Windows send alerts that a server does not know' },
  remedy: 'Answer each Alert by a Status, whatever it is about.',
  family: 'session-alerts',
  refusals: {
    'a server that reads the type of each alert': /<Data>1224<\/Data><Item><Data>/,
    'a server that knows its alerts': 'com.contoso/unknown',
    'a server that wants somebody logged in': '<Data>others</Data>',
  },
});
