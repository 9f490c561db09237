import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementDeviceAnswers = defineSessionTolerance({
  id: 'management/device-answers',
  title: 'All answers of a device to commands are taken: one for each item, repeated ones, and failures',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-41'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'the device ends the session, and what it did is not known to the server' },
  remedy: 'Take Status and Results by their references, as often as they come, whatever their code is.',
  family: 'session-answers',
  applies: {
    when: 'the server sends commands',
    test: ({ managing }) => managing.commands.some(({ name, commandRef }) => name === 'Status' && commandRef !== '0'),
  },
  refusals: {
    'a server that expects one Status': '<TargetRef>./DevDetail/SwV</TargetRef>',
    'a server that expects success': /<Cmd>Get<\/Cmd><Data>404</,
    'a server that expects a value once': /(<Results>.*){2}/,
  },
});
