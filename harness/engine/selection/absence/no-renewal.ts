import type { Evidence } from '../../evidence/evidence.ts';
import { documentIn, isAutomatic, isEarlyRefusal, renewalSettings } from '../../evidence/renewal-offer.ts';
import { isAbout } from './question.ts';
import type { Question, Reason } from './question.ts';

const tooEarly =
  'the server refused renewals before the renewal period of their certificates; ' +
  'name a user whose certificates are due in the state "renewal-due" of the target file';

/** A check of renewals, where the server offers none, or all of them came too early. */
export const noRenewal: Reason = (question) => {
  if (!isAbout('renew', question) && !isOfRenewed(question)) return undefined;
  const { evidence, session, thirdParty } = question.dossier;
  const renewals = evidence.filter(({ kind }) => kind === 'renew');
  if (renewals.length === 0 && isNotOffered(evidence) && session.meta?.capabilities.includes('renew') !== true) {
    const how = thirdParty ? '' : ', or the target file lists the capability renew';
    return { outcome: 'inapplicable', reason: `applies when the document has WSTEP/Renew with ROBOSupport true${how}` };
  }
  return renewals.some(isEarlyRefusal) ? { outcome: 'inconclusive', reason: tooEarly } : undefined;
};

/** A session with a renewed certificate. */
function isOfRenewed({ needs }: Question): boolean {
  return (
    !('flow' in needs) &&
    needs.where !== undefined &&
    'family' in needs.where &&
    needs.where.family === 'renewed-certificate'
  );
}

/** Documents came that can be read, and none of them lets a device renew. */
function isNotOffered(evidence: readonly Evidence[]): boolean {
  const documents = evidence.filter(({ kind }) => kind === 'issue').flatMap((item) => documentIn(item) ?? []);
  return documents.length > 0 && documents.every((document) => !isAutomatic(renewalSettings(document)));
}
