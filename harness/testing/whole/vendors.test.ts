import { expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { assess } from '../../app/assess.ts';
import { referenceSession } from '../reference-run.ts';
import { vendorServers } from '../vendors/index.ts';

const occasion = { mode: 'live', runId: 'vendor', startedAt: '', durationMs: 0, target: 'vendor' } as const;

test.each(vendorServers)('a server that $name is told so, and nothing else', async (server) => {
  const { verdict, judgements } = assess(await referenceSession(server.run), checks, occasion);
  const failed = judgements.filter(({ outcome }) => outcome === 'failed');
  const idsOf = (some: typeof judgements): readonly string[] => some.map(({ check }) => check);
  const open = judgements.filter(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST');
  expect([verdict, idsOf(failed.filter(({ level }) => level === 'MUST'))]).toEqual([server.verdict, server.fails]);
  if (server.advice) expect(idsOf(failed.filter(({ level }) => level !== 'MUST'))).toEqual(server.advice);
  const messages = failed.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages.filter((message) => server.says?.test(message) === false)).toEqual([]);
  expect(idsOf(judgements.filter(({ outcome }) => outcome === 'errored'))).toEqual([]);
  if (server.open.length === 0) expect(idsOf(open)).toEqual([]);
  else expect(idsOf(open)).toEqual(expect.arrayContaining([...server.open]));
});
