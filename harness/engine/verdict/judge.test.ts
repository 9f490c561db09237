import { describe, expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import type { Check, Needs } from '../rule/check.ts';
import { behaves } from '../rule/departures.ts';
import { openDossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { judge, longestQuote, mostFindings } from './judge.ts';
import type { Judgement } from './results.ts';
import { UnusableEvidence } from '../evidence/unusable.ts';

const session = await referenceSession({ scenarios: [windowsEnrollment] });
const [, discover, getPolicies, issue] = session.exchanges.map(({ index }) => index);

const onEach = { each: ['discover', 'get-policies', 'issue'] } as const;
const sees = ({ kind, at }: Evidence) => ({ message: `saw ${kind}`, at: at('status') });

describe('the outcome of a check is the worst of its matches', () => {
  test('a match to which it does not apply hides no failure of another', () => {
    const judgement = judged(onEach, {
      applies: { when: 'it is no Discover', test: ({ kind }) => kind !== 'discover' },
      judge: (item) => (item.kind === 'issue' ? [sees(item)] : []),
    });
    expect(judgement).toMatchObject({ outcome: 'failed', exchanges: [discover, getPolicies, issue] });
    expect(judgement.findings).toEqual([{ message: 'saw issue', exchange: issue, part: 'status' }]);
    expect(judgement).not.toHaveProperty('reason');
  });

  test('one pass outweighs the matches to which it does not apply', () => {
    const applies = { when: 'it is an issue', test: ({ kind }: Evidence) => kind === 'issue' };
    expect(judged(onEach, { applies }).outcome).toBe('passed');
    expect(judged({ each: 'discover' }, { applies })).toMatchObject({
      outcome: 'inapplicable',
      reason: 'applies when it is an issue',
    });
  });

  test('unusable evidence outweighs a pass and names its root cause, a failure outweighs it', () => {
    const readable = (item: Evidence): Evidence => {
      if (item.kind === 'discover') throw new UnusableEvidence('nothing to see', 'discovery/answer');
      return item;
    };
    const open = judged(onEach, { judge: (item) => [readable(item)].flatMap(() => []) });
    expect(open).toMatchObject({ outcome: 'inconclusive', reason: 'nothing to see', blockedBy: 'discovery/answer' });
    const failed = judged(onEach, { judge: (item) => [sees(readable(item))] });
    expect(failed).toMatchObject({ outcome: 'failed', findings: { length: 2 } });
    expect(failed).not.toHaveProperty('blockedBy');
  });

  test('a check that breaks is our defect, whatever it saw', () => {
    const judgement = judged(onEach, {
      judge: (item) => {
        if (item.kind === 'issue') throw new TypeError('no such thing');
        return [sees(item)];
      },
    });
    expect(judgement).toMatchObject({
      outcome: 'errored',
      reason: 'TypeError: no such thing',
      findings: { length: 2 },
    });
  });
});

describe('findings', () => {
  test('that came before the evidence ran out are kept', () => {
    const judgement = judged(
      { each: 'issue' },
      {
        *judge(item) {
          yield sees(item);
          throw new UnusableEvidence('the next certificate is unreadable');
        },
      },
    );
    expect(judgement).toMatchObject({ outcome: 'failed', findings: [{ message: 'saw issue' }] });
  });

  test('are cut off where a document is all errors, and say so', () => {
    let made = 0;
    const judgement = judged(
      { each: 'issue' },
      {
        *judge(item) {
          for (;;) {
            made += 1;
            yield sees(item);
          }
        },
      },
    );
    expect(judgement.findings).toHaveLength(mostFindings + 1);
    expect(judgement.findings.at(-1)?.message).toBe('There are more findings of this kind; only 100 are listed');
    expect(made).toBe(mostFindings + 1);
  });

  test('quote no megabytes', () => {
    const long = 'x'.repeat(longestQuote + 1);
    const { findings } = judged(
      { each: 'issue' },
      {
        judge: (item) => [{ ...sees(item), message: long, expected: long, actual: long }],
      },
    );
    const cut = `${'x'.repeat(longestQuote)}… (${longestQuote + 1} characters)`;
    expect(findings[0]).toMatchObject({ message: cut, expected: cut, actual: cut });
  });
});

function judged<const N extends Needs>(needs: N, rest: Partial<Pick<Check<N>, 'applies' | 'judge'>>): Judgement {
  const check: Check<N> = {
    id: 'test/made-up',
    title: 'Everything is well',
    level: 'MUST',
    basis: 'specification',
    requirements: ['FLT-01'],
    since: '0.1.0',
    impact: { kind: 'unknown', says: 'nothing happens' },
    remedy: 'Do nothing.',
    needs,
    judge: () => [],
    counterexamples: [{ name: 'none', ...behaves({}) }],
    ...rest,
  };
  using dossier = openDossier(session);
  return judge(check, dossier, (id) => ({ id, rule: '', source: '', binds: false }));
}
