/** A part of the rows of a matrix: the others are taken as they are committed. */
export interface Sample {
  /** By its place among all rows. */
  readonly isLeftOut: (place: number) => boolean;
  /** The text of a generated file as it is committed; undefined if it is missing. */
  readonly read: (file: string) => string | undefined;
}

/** One row of so many, another one each day: after that many days each row was proven once more. */
export function sampleOf(parts: number, day: Date, read: Sample['read']): Sample {
  const turn = Math.floor(day.getTime() / 86_400_000) % parts;
  return { isLeftOut: (place) => place % parts !== turn, read };
}
