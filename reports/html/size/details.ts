import type { FindingLimits } from '../../evidence/finding-limits.ts';

/** How much a card tells. */
export interface CardDetail {
  /** Of each text of a target so many characters. */
  readonly characters: number;
  /** Which rows: all; without the request as `curl`; without what an engineer alone needs; what was seen, and the checks, alone. */
  readonly rows: 'all' | 'without-request' | 'main' | 'seen';
}

/** How much a check tells. */
export interface CheckDetail {
  /** Missing: as many as fit by their weight. */
  readonly limits?: FindingLimits;
  /** Whether the request of a failed check stands beside its command, as `curl`. */
  readonly hasRequest: boolean;
  /** Which checks are written whole; of the others stand the title, the level, the outcome and the first finding. */
  readonly whole: 'all' | 'unmet' | 'none';
  /** Whether checks stand here that are no failed MUST. */
  readonly hasOthers: boolean;
}

/** From the whole to the briefest. */
export const cardDetails: readonly [CardDetail, ...CardDetail[]] = [
  { characters: 1500, rows: 'all' },
  { characters: 600, rows: 'without-request' },
  { characters: 200, rows: 'main' },
  { characters: 100, rows: 'seen' },
];

/** From the whole to the briefest. */
export const checkDetails: readonly [CheckDetail, ...CheckDetail[]] = [
  { hasRequest: true, whole: 'all', hasOthers: true },
  { limits: { findings: 2, characters: 250 }, hasRequest: false, whole: 'all', hasOthers: true },
  { limits: { findings: 1, characters: 150 }, hasRequest: false, whole: 'unmet', hasOthers: true },
  { limits: { findings: 1, characters: 100 }, hasRequest: false, whole: 'none', hasOthers: true },
  { limits: { findings: 1, characters: 100 }, hasRequest: false, whole: 'none', hasOthers: false },
];
