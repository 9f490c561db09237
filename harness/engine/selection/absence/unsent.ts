import { isUnsent } from '../../evidence/unanswered.ts';
import type { Reason } from './question.ts';
import { wayTo } from './way.ts';

/** This side could not send what the check looks at, or what comes before it. */
export const unsent: Reason = ({ kinds, dossier }) => {
  const way = wayTo(kinds);
  const [why] = dossier.evidence
    .filter((item) => way.includes(item.kind) && isUnsent(item))
    .flatMap(({ exchange: { answer } }) => (answer.kind === 'broken' ? answer.message : []));
  return why === undefined ? undefined : { outcome: 'inconclusive', reason: why.replace(/\.$/, '') };
};
