import { stateOf } from '../../evidence/declared-state.ts';
import type { Reason } from './question.ts';

/** A check of a state of the server, which the target file does not name, or which could not be brought about. */
export const unpreparedState: Reason = ({ deviations, dossier: { session, thirdParty } }) => {
  const state = deviations.map(stateOf).find((name) => name !== undefined);
  if (state === undefined) return undefined;
  const note = session.meta?.states?.find((candidate) => candidate.state === state);
  if (!note) {
    const how = thirdParty ? '' : '; the target file does not say how ("states")';
    return {
      outcome: 'inapplicable',
      reason: `applies when the run can bring the server into the state "${state}"${how}`,
    };
  }
  return note.problem === undefined
    ? undefined
    : { outcome: 'inconclusive', reason: `the state "${state}" of the server: ${note.problem}` };
};
