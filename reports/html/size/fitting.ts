import type { Markup } from '../../markup.ts';

/** The bytes of markup in UTF-8. */
export function bytesOf(markup: Markup | string): number {
  return Buffer.byteLength(String(markup));
}

/** A part of the page that fits, and how it was written. */
export interface Fitted<Level, Part> {
  readonly level: Level;
  readonly part: Part;
}

/** Writes a part at the first level, from the whole to the briefest, at which it has at most so many bytes; at the last one if none fits. */
export function fitting<Level, Part>(
  levels: readonly [Level, ...Level[]],
  most: number,
  write: (level: Level) => Part,
  sizeOf: (part: Part) => number,
): Fitted<Level, Part> {
  let [level] = levels;
  let part = write(level);
  for (const next of levels.slice(1)) {
    if (sizeOf(part) <= most) break;
    level = next;
    part = write(level);
  }
  return { level, part };
}
