import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** An id that all answers share identifies no log entry; servers have copied one from an example. */
export const distinctActivityIds = defineCheck({
  id: 'envelope/distinct-activity-ids',
  title: 'Answers to different Discover requests differ in their ActivityId',
  level: 'MAY',
  basis: 'documentation',
  requirements: ['ENV-09'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'Windows 10 went on with an ActivityId that never changes',
    evidence: witnesses.windows10,
  },
  remedy: 'Write a new GUID for each request, or leave ActivityId out.',
  needs: { across: 'discover', atLeast: 2 },
  applies: {
    when: 'two answers have an ActivityId',
    test: (answers) => answers.filter(isTraced).length > 1,
  },

  *judge(answers) {
    const [first, second] = answers.flatMap((evidence) => activityIdOf(evidence) ?? []);
    const ids = new Set(answers.filter(isTraced).map((evidence) => activityIdOf(evidence)?.text.trim()));
    if (first && second && ids.size === 1) {
      const id = first.text.trim();
      yield { message: `ActivityId is "${id}" in every answer`, at: second, actual: id };
    }
  },

  counterexamples: [
    { name: 'one id for all', ...set('discover', '//diag:ActivityId', '8c6060c4-3d78-4d73-ae17-e8bce88426ee') },
  ],
});

function activityIdOf({ header }: Evidence): XmlNode | undefined {
  return header?.find('*[local-name()="ActivityId"]');
}

function isTraced(evidence: Evidence): boolean {
  return activityIdOf(evidence) !== undefined;
}
