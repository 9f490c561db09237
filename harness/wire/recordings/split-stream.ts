/** One document of a text that holds several. */
export interface StreamPiece {
  readonly text: string;
  /** The line of the text in which it begins, from 1. */
  readonly line: number;
  /** Its end tag is there, and is its own. */
  readonly isWhole: boolean;
}

/** What SyncML Viewer puts before the end tag that it adds to a message whose end it did not get (MainWindow.xaml.cs). */
const addedEnd = '<!-- ignore this line, closing SyncML tag added';

const marks = /<!\[CDATA\[|<!--|<(\/?)(?:[\w.-]{1,64}:)?SyncML(?=[\s/>])/g;

/** The SyncML documents of a text, in their order, whatever stands between them: comments, blank lines, text of a log. */
export function splitStream(text: string): StreamPiece[] {
  const pieces: StreamPiece[] = [];
  const lines = lineCounter(text);
  const ends = {
    cdata: finder(text, ']]>'),
    comment: finder(text, '-->'),
    added: finder(text, addedEnd),
    tag: finder(text, '>'),
  };
  let open: { readonly at: number; isCut: boolean } | undefined;
  const close = (end: number, isWhole: boolean): void => {
    if (open) pieces.push({ text: text.slice(open.at, end), line: lines(open.at), isWhole: isWhole && !open.isCut });
    open = undefined;
  };
  marks.lastIndex = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [found, slash] = mark;
    if (found === '<!--') {
      if (open && text.startsWith(addedEnd, mark.index)) open.isCut = true;
      marks.lastIndex = after(ends.comment(mark.index), 3, marks.lastIndex);
    } else if (slash === undefined) {
      // A message may be cut inside of CDATA, whose end then belongs to a later message.
      const [end, added] = [ends.cdata(mark.index), ends.added(mark.index)];
      const isCut = end === -1 || (added !== -1 && added < end);
      marks.lastIndex = isCut ? after(added, 0, marks.lastIndex) : end + 3;
    } else if (slash === '/') {
      const end = ends.tag(mark.index);
      close(end === -1 ? text.length : end + 1, end !== -1);
    } else {
      close(mark.index, false);
      open = { at: mark.index, isCut: false };
    }
  }
  close(text.length, false);
  return pieces;
}

function after(found: number, length: number, otherwise: number): number {
  return found === -1 ? otherwise : found + length;
}

/** Finds a text from growing places on; it looks at each place of the text once. */
function finder(text: string, wanted: string): (from: number) => number {
  let found: number | undefined;
  return (from) => {
    if (found === undefined || (found !== -1 && found < from)) found = text.indexOf(wanted, from);
    return found;
  };
}

/** The line of growing places. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    while (next !== -1 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
