import type { Behaviour, Family, Holds } from './behaviour.ts';
import { answers, behind, document, edit, fields, into } from './edits.ts';
import { script } from './script.ts';

const shown: Holds = { exit: 1 };
const policy = (name: string, text: string, holds: Holds = shown, more: Partial<Behaviour> = {}): Behaviour =>
  answers(
    name,
    edit('discover', (body) => body.replace(/(<\w*:?AuthPolicy[^>]*>)[^<]*/, (_, start: string) => `${start}${text}`)),
    holds,
    more,
  );
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Texts of an answer that a report quotes. */
export const texts: Family = {
  title: 'Texts',
  subject: 'A target whose answer quotes',
  rows: [
    policy('a script', escaped(script)),
    policy('the end of a CDATA section, and markup', escaped(`]]>${script}]]>`)),
    policy('the end of a script, of a style and of a comment', escaped(`</script></style>-->${script}`)),
    policy('an attribute with a handler', escaped(`" onload="alert(1)" x='`)),
    policy('control codes of a terminal', '&#x9b;31mred&#x85;&#x7f;'),
    policy('marks that reorder text', '\u202egnp.exe\u202c\u2066\u200f'),
    policy('marks without width', '\u200b\u200d\ufeff\u00ad'),
    policy('unpaired and private code points', '\ue000\u{10ffff}\ufffe'.replace('\ufffe', '\ufffd')),
    policy('a thousand combining marks', `a${'\u0301'.repeat(1000)}`),
    policy('__proto__', '__proto__'),
    policy('constructor', 'constructor'),
    policy('directives of a format', '%s%n%d%x ${process.env.HOME} {{7*7}} $(id) `id`'),
    policy('references of a replacement', escaped("$& $` $' $1 $$")),
    policy('a formula of a spreadsheet', `=cmd|'/C calc'!A0`),
    policy('a regular expression', escaped('(a+)+$ [z-a] \\')),
    policy('an XPath', escaped(`'] | //* | a['`)),
    policy('the word undefined', 'undefined'),
    policy('placeholders of this tool', 'redacted-password-1'),
    policy('a line of 200,000 letters', 'x'.repeat(200_000)),
    policy('100,000 lines', 'x\n'.repeat(100_000), shown, { cost: 'a second' }),
    answers(
      'control codes in a header field',
      fields('discover', ['X-Shown', '\x1b]0;title\x07\x1b[2J'], ['Server', script]),
      { exit: 3 },
    ),
    answers('markup in a media type', fields('discover', ['Content-Type', `text/html; ${script}`]), { exit: 3 }),
    answers(
      'a script in the document',
      document(behind(`<characteristic type="${escaped(script).replaceAll('"', '')}"/>`)),
      { exit: 3 },
    ),
    answers(
      'names of the prototype in the document',
      document(behind('<characteristic type="__proto__"><parm name="constructor" value="x"/></characteristic>')),
      { exit: 3 },
    ),
    answers('a script in the name of a policy', edit('get-policies', into('policyFriendlyName', escaped(script))), {
      exit: 3,
    }),
  ],
};
