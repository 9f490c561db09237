import { expect, test } from 'vitest';
import { referenceSession } from '../../testing/reference-run.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { assess } from '../assess.ts';
import type { Occasion } from '../assess.ts';
import { differingJudgements, differingMembers, rejudge } from './rejudge.ts';

const few = checks.filter(({ id }) => id.startsWith('discovery/'));

test('whatever the run says of itself, it is judged again to the same document', async () => {
  const session = await referenceSession({ scenarios: [windowsEnrollment] });
  const maker = { user: 'auditor', commandLine: 'run', node: '20.20.2', machine: 'desk' };
  const occasion = {
    mode: 'live',
    runId: 'r',
    startedAt: '2026-01-15T09:30:00.000Z',
    durationMs: 5,
    target: 'x',
  } as const;
  const notes: readonly Partial<Occasion>[] = [
    {},
    { targetFile: 'targets/staging.yaml' },
    { maker },
    { filters: ['suite=discovery'] },
  ];
  for (const more of notes) {
    const stored = assess(session, few, { ...occasion, ...more });
    const again = rejudge(session, stored, []);
    expect([differingMembers(stored, again), differingJudgements(stored, again)]).toEqual([[], []]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(stored));
  }
});

test('a judgement or a member that was changed is named', async () => {
  const session = await referenceSession({ scenarios: [windowsEnrollment] });
  const stored = assess(session, few, {
    mode: 'audit',
    runId: 'r',
    startedAt: '2026-01-15T09:30:00.000Z',
    durationMs: 5,
    target: 'x',
  });
  const [first, ...others] = stored.judgements;
  const changed = {
    ...stored,
    verdict: 'unsound' as const,
    judgements: first ? [{ ...first, remedy: 'x' }, ...others] : [],
  };
  const again = rejudge(session, changed, []);
  expect(differingMembers(changed, again)).toEqual(['verdict']);
  expect(differingJudgements(changed, again)).toEqual([
    `${first?.check ?? ''}: "remedy" is not what it is judged again`,
  ]);
});
