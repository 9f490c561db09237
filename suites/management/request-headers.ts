import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementRequestHeaders = defineSessionTolerance({
  id: 'management/request-headers',
  title: 'Header fields and parameters that a server has no use for change nothing',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-23', 'SYN-56'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'devices that are joined, of later versions, or without a user send them' },
  remedy: 'Ignore header fields and parameters that you do not need.',
  family: 'session-headers',
  refusals: {
    'a server that refuses the token of a device': 'DeviceToken: ',
    'a server that compares the media type': 'charset=utf-8',
    'a server that wants a user': '<Data>none</Data>',
  },
});
