import type { Evidence } from '../../evidence/evidence.ts';
import { isAbout } from './question.ts';
import type { Reason } from './question.ts';

/** A check of policies, at a server whose Discover answers name no policy service. */
export const noPolicyService: Reason = (question) => {
  if (!isAbout('get-policies', question)) return undefined;
  const discovered = question.dossier.evidence.filter(({ kind, state }) => kind === 'discover' && state === 'success');
  if (discovered.length === 0 || !discovered.every(isWithout)) return undefined;
  return { outcome: 'inapplicable', reason: 'applies when the server offers a policy service' };
};

function isWithout({ payload }: Evidence): boolean {
  const url = payload.find('d:DiscoverResult/d:EnrollmentPolicyServiceUrl');
  return url === undefined || url.isNil || url.text.trim() === '';
}
