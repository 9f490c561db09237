import type { Dossier } from '../../evidence/dossier.ts';
import type { Check } from '../../rule/check.ts';
import { excludedByEffects } from './excluded-by-effects.ts';
import { excludedByRate } from './excluded-by-rate.ts';
import { failedOnTheWay } from './failed-on-the-way.ts';
import { lacking } from './lacking.ts';
import { noAgent } from './no-agent.ts';
import { noLinkPages } from './no-link-pages.ts';
import { noEntra } from './no-entra.ts';
import { noPolicyService } from './no-policy-service.ts';
import { noSession } from './no-session.ts';
import { noRenewal } from './no-renewal.ts';
import { otherCredential } from './other-credential.ts';
import { questionOf } from './question.ts';
import type { Absence, Reason } from './question.ts';
import { undrivenWay } from './undriven-way.ts';
import { unpreparedToken } from './unprepared-token.ts';
import { unpreparedState } from './unprepared-state.ts';
import { unsearched } from './unsearched.ts';
import { unsent } from './unsent.ts';

/** Why nothing came, the most particular reason first: the first that holds is the answer. */
const reasons: readonly Reason[] = [
  unpreparedState,
  noEntra,
  unsearched,
  noLinkPages,
  noAgent,
  noSession,
  unsent,
  otherCredential,
  undrivenWay,
  unpreparedToken,
  noPolicyService,
  noRenewal,
  excludedByEffects,
  excludedByRate,
  failedOnTheWay,
];

/** Why a check has nothing to judge, and whether the server may lack it (`inapplicable`) or the evidence does (`inconclusive`). */
export function absence(check: Check, dossier: Dossier): Absence {
  const question = questionOf(check, dossier);
  for (const reason of reasons) {
    const found = reason(question);
    if (found) return found;
  }
  return { outcome: 'inconclusive', reason: lacking(question) };
}

/** What may have kept the condition of a check from being met, other than the server. */
const hindrances: readonly Reason[] = [unsent, undrivenWay, excludedByEffects, failedOnTheWay];

/**
 * Why it is not known whether the server meets the condition of a check, which nothing of the session meets; undefined where the
 * server was seen whole, so that it is the server which does not meet it.
 */
export function hindrance(check: Check, dossier: Dossier): Absence | undefined {
  const question = questionOf(check, dossier, true);
  return hindrances.map((reason) => reason(question)).find((found) => found !== undefined);
}
