import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';

export const format = {
  kind: 'breaks',
  hresult: '0x80180001',
  says: 'it cannot read the answer and ends the enrollment',
  evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.10' },
} as const;

export function judgement(
  check: string,
  changes: Partial<Judgement> & Pick<Judgement, 'title' | 'exchanges'>,
): Judgement {
  return {
    check,
    phase: check.split('/')[0] ?? check,
    level: 'MUST',
    ...(changes.level === undefined || changes.level === 'MUST' ? { must: 'specified' } : {}),
    basis: 'specification',
    requirements: [
      requirement('MDE2-0042', 'The value is one of those that the schema lists', 'MS-MDE2 16.0, 3.1.4.1.3.3'),
    ],
    outcome: 'passed',
    impact: format,
    remedy: 'Send what the schema lists',
    findings: [],
    ...changes,
  };
}

export function blocked(check: string, title: string, level: Judgement['level'] = 'MUST'): Judgement {
  const reason = 'the policy request got no usable answer';
  return judgement(check, {
    title,
    level,
    outcome: 'inconclusive',
    reason,
    blockedBy: 'policy/answer',
    exchanges: [2],
  });
}

export function requirement(id: string, rule: string, source: string): Judgement['requirements'][number] {
  return { id, rule, source, binds: true };
}

export function note(index: number, kind: string, summary: string, scenario?: string): Results['exchanges'][number] {
  return { index, kind, summary, ...(scenario === undefined ? {} : { scenario, flow: 'device-1' }), deviations: [] };
}
