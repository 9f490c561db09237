import { linkPageScenario } from '../../evidence/link-page.ts';
import type { Reason } from './question.ts';

/** A check of the links that start an enrollment, where nothing says which page publishes them. */
export const noLinkPages: Reason = (question) => {
  if (!question.kinds.includes('deep-link-page')) return undefined;
  const { session, thirdParty } = question.dossier;
  if (thirdParty) return inapplicable('applies when the recording holds a page with a link to ms-device-enrollment:');
  if (session.meta?.scenarios.includes(linkPageScenario) === true) return undefined;
  return inapplicable('applies when the target file names pages that publish enrollment links ("links")');
};

function inapplicable(reason: string): ReturnType<Reason> {
  return { outcome: 'inapplicable', reason };
}
