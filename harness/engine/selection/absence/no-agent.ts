import { agentFamily } from '../../evidence/agent-enrollment.ts';
import type { Reason } from './question.ts';

/** A check of the enrollment by an agent, where nothing says that the server takes one. */
export const noAgent: Reason = ({ needs, dossier: { session } }) => {
  const where = 'flow' in needs ? undefined : needs.where;
  if (!where || !('family' in where) || where.family !== agentFamily) return undefined;
  const isLeftOut = session.meta?.effects.includes('enroll') === false;
  if (isLeftOut || session.meta?.scenarios.includes(agentFamily) === true) return undefined;
  return {
    outcome: 'inapplicable',
    reason: 'applies when the target file gives the token of an agent that enrolls devices ("programmatic")',
  };
};
