import type { EventFacts } from './event-facts.ts';

/** Whose failure is looked for. */
type Part = 'enrollment' | 'session' | 'commands' | 'other';

/**
 * Events that say why, the most telling first; those of one row say as much as each other. The ends (55, 71, 76) repeat a code whose cause
 * an event before them says better.
 */
const ranks: Readonly<Record<Part, readonly (readonly number[])[]>> = {
  enrollment: [
    [52],
    [69],
    [17],
    [56],
    [3, 12, 15, 63],
    [5, 7, 9, 11],
    [57],
    [53, 90],
    [55, 71, 76],
    [26, 28, 29],
    [27],
  ],
  session: [[212, 218, 224, 231], [255], [204], [201, 203], [406], [209, 210]],
  commands: [[400, 404, 450, 454]],
  other: [],
};

/** Events that are failures even where their number is lost, because the text has it in words or was cut. */
const withoutNumber: readonly number[] = [
  ...[3, 5, 7, 9, 11, 12, 15, 17, 52, 53, 55, 56, 57, 69, 71, 76],
  ...[201, 203, 204, 212, 218, 224, 231, 404],
];

/** Codes of an end whose cause the sign-in says: closed pages, and devices without a token. */
const ofSignIn: readonly number[] = [0x80180002, 0x80180001, 0x8018002a, 0x8018002b];
const ends: readonly number[] = [55, 71, 76];

/**
 * The record that says why something failed: the last of the most telling kind. Undefined where none says it. For `other`, it is the last
 * failure of the sign-in or the join, else the last line with a code.
 */
export function decidingIn(facts: readonly EventFacts[], part: Part): EventFacts | undefined {
  const telling = ranks[part]
    .map((ids) => facts.findLast((fact) => isFailure(fact, ids)))
    .find((fact) => fact !== undefined);
  if (telling && !needsSignIn(telling)) return telling;
  const signIn = facts.findLast(({ event, isMdm, result }) => event !== undefined && !isMdm && result !== undefined);
  if (telling) return signIn ?? telling;
  return signIn ?? (part === 'other' ? facts.findLast(({ codes }) => codes.length > 0) : undefined);
}

function isFailure({ entry, isMdm, result }: EventFacts, ids: readonly number[]): boolean {
  const id = entry.eventId ?? 0;
  if (!isMdm || !ids.includes(id)) return false;
  return result !== undefined || withoutNumber.includes(id);
}

function needsSignIn({ entry, result }: EventFacts): boolean {
  return ends.includes(entry.eventId ?? 0) && result !== undefined && ofSignIn.includes(result);
}
