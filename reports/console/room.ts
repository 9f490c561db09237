/** A part of the summary: in full, and in the one or two lines that it takes where there is no room. */
export interface Block {
  readonly long: string;
  readonly short: string;
  /** Blocks of one group that have no room at all become one line. Default: the block always has its short form. */
  readonly group?: string;
}

/** The words of a line that stands for blocks of a group that have no room. */
const folded = (left: number, group: string): string => `  … and ${left} more ${group}; --verbose lists them`;

/**
 * Lays blocks into a number of lines: as many of the first as possible in full, the others short, and where even that has no room, what is
 * left of a group as one line. Blocks of a group stand together.
 */
export function fit(blocks: readonly Block[], room: number): readonly string[] {
  const shown = blocks.map(({ long, short }, index) => ({ long, short, index }));
  let full = shown.length;
  while (full > 0 && height(laid(blocks, full, blocks.length)) > room) full -= 1;
  let short = blocks.length;
  while (short > full && height(laid(blocks, full, short)) > room) short -= 1;
  return laid(blocks, full, short);
}

/** The first `full` blocks in full, up to `short` the short form, the rest as a count by group. */
function laid(blocks: readonly Block[], full: number, short: number): readonly string[] {
  const parts: { text: string; isLong: boolean }[] = [];
  const left = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (index < full) parts.push({ text: block.long, isLong: block.long.includes('\n') });
    else if (index < short || block.group === undefined) parts.push({ text: block.short, isLong: false });
    else left.set(block.group, (left.get(block.group) ?? 0) + 1);
  });
  for (const [group, number] of left) parts.push({ text: folded(number, group), isLong: false });
  return joined(parts);
}

/** Short lines that follow each other stand without an empty line between them. */
function joined(parts: readonly { readonly text: string; readonly isLong: boolean }[]): readonly string[] {
  const out: { text: string; isLong: boolean }[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && !last.isLong && !part.isLong) last.text += `\n${part.text}`;
    else out.push({ ...part });
  }
  return out.map(({ text }) => text);
}

function height(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length + 1, 0);
}
