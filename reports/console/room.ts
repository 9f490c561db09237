/** A part of the summary: in full, and in the line or two that it takes where there is no room. */
export interface Block {
  readonly long: string;
  readonly short: string;
  /** What blocks are that become one line where there is no room. Default: the block always has its short form. */
  readonly group?: string;
  /** The block is folded before others lose their full form. */
  readonly isMinor?: boolean;
}

/** How far the blocks are shown: the first `long` in full, of the others those before `major` and `minor` in short. */
interface Layout {
  readonly long: number;
  readonly major: number;
  readonly minor: number;
}

/** The line that stands for blocks of a group that have no room; a single one takes no more room itself. */
function folded([first, ...others]: readonly Block[], group: string): string {
  return others.length === 0
    ? (first?.short ?? '')
    : `  … and ${others.length + 1} more ${group}; --verbose lists them`;
}

/**
 * Lays blocks into a number of lines: as many of the first as possible in full, the other major ones short, and minor ones as far as there
 * is room; what is left of a group becomes one line. Minor blocks lose their full form first.
 */
export function fit(blocks: readonly Block[], room: number): readonly string[] {
  const all = blocks.length;
  const fits = (layout: Layout): boolean => height(laid(blocks, layout)) <= room;
  const whole = { long: all, major: all, minor: all };
  if (fits(whole)) return laid(blocks, whole);
  let long = blocks.findLastIndex(({ isMinor }) => isMinor !== true) + 1;
  while (long > 0 && !fits({ long, major: all, minor: 0 })) long -= 1;
  let major = all;
  while (major > long && !fits({ long, major, minor: 0 })) major -= 1;
  let minor = all;
  while (minor > 0 && !fits({ long, major, minor })) minor -= 1;
  return laid(blocks, { long, major, minor });
}

function laid(blocks: readonly Block[], { long, major, minor }: Layout): readonly string[] {
  const parts: Part[] = [];
  const left = new Map<string, readonly Block[]>();
  const closeGroups = (next: string | undefined): void => {
    for (const [group, members] of left) {
      if (group === next) continue;
      parts.push({ text: folded(members, group), isLong: false });
      left.delete(group);
    }
  };
  blocks.forEach((block, index) => {
    const { long: full, short, group, isMinor = false } = block;
    closeGroups(group);
    if (index < long) parts.push({ text: full, isLong: !isMinor && full.includes('\n') });
    else if (group === undefined || index < (isMinor ? minor : major)) parts.push({ text: short, isLong: false });
    else left.set(group, [...(left.get(group) ?? []), block]);
  });
  closeGroups(undefined);
  return joined(parts);
}

interface Part {
  readonly text: string;
  readonly isLong: boolean;
}

/** Short lines that follow each other stand without an empty line between them. */
function joined(parts: readonly Part[]): readonly string[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && !last.isLong && !part.isLong) out.splice(-1, 1, { text: `${last.text}\n${part.text}`, isLong: false });
    else out.push(part);
  }
  return out.map(({ text }) => text);
}

function height(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length + 1, 0);
}
