import { lacking } from './lacking.ts';
import type { Reason } from './question.ts';

/** A check of simultaneous requests, in a run whose `--rate` keeps its requests apart. */
export const excludedByRate: Reason = (question) => {
  const { needs, dossier } = question;
  const rate = dossier.session.meta?.rate;
  const isSimultaneous = !('flow' in needs) && needs.where && 'family' in needs.where && needs.where.isSimultaneous;
  if (rate === undefined || isSimultaneous !== true) return undefined;
  const reason = `${lacking(question)}, because --rate ${rate} keeps requests apart, which have to be sent at the same time`;
  return { outcome: 'inconclusive', reason };
};
