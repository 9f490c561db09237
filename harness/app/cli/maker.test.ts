import { expect, test } from 'vitest';
import { makerOf } from './maker.ts';

test.each([
  [
    ['run', 'https://user:secret@mdm.example/Discovery.svc?key=secret', '--out', 'a b'],
    `mde-conformance run 'https://…@mdm.example/Discovery.svc?…' --out 'a b'`,
  ],
  [['run', 'https://a:b@c:secret@mdm.example/#secret'], `mde-conformance run 'https://…@mdm.example/#…'`],
  [['audit', "it's.har", '--check', 'renewal/*'], `mde-conformance audit 'it'\\''s.har' --check 'renewal/*'`],
])('a command line is told without secrets, and so that a shell takes it: %j', (args, told) => {
  expect(makerOf(args).commandLine).toBe(told);
});

test('the machine is told by system, processors and version of Node', () => {
  const { user, machine, node } = makerOf([]);
  expect(user).toMatch(/^.+ at .+$/);
  expect(machine).toMatch(/^\S+ \S+ \S+, \d+ processors$/);
  expect(node).toBe(process.versions.node);
});
