import type { Exchange } from '../wire/exchange/exchange.ts';

/** Values that parsers stumble over: empty, huge, no number, no date, no address, no base64, hostile to XPath and regexes. */
const values = [
  ...['', ' ', '-1', '9'.repeat(30), 'NaN', '1e9', '2026-13-45T99:99:99Z', '+275760-09-13T00:00:00.001Z'],
  ...[
    'http://[::1',
    'urn:uuid:',
    '%%%',
    '1..2',
    'AAAA',
    'MIIB',
    '===',
    `a'b"c`,
    '__proto__',
    '$&',
    '(((',
    'x'.repeat(9999),
  ],
];
const token = /(<(?:\w+:)?BinarySecurityToken[^>]*>)([^<]+)(?=<)/;

/** A number from 0 on that is smaller than the given one. */
export type Pick = (below: number) => number;

/** A linear congruential generator: what it picks depends on the seed alone. */
export function generator(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** The exchange with one mutation of its answer, or of the provisioning document inside; unchanged where nothing came. */
export function mutate(exchange: Exchange, pick: Pick): Exchange {
  const { answer } = exchange;
  if (answer.kind === 'broken' || answer.response.body.length === 0) return exchange;
  const text = Buffer.from(answer.response.body).toString('utf8');
  const inside = pick(2) === 0 && token.test(text);
  const changed = inside
    ? text.replace(token, (_, start: string, base64: string) => {
        const document = change(Buffer.from(base64, 'base64').toString('utf8'), pick);
        return start + Buffer.from(document).toString('base64');
      })
    : change(text, pick);
  return { ...exchange, answer: { ...answer, response: { ...answer.response, body: Buffer.from(changed) } } };
}

function change(text: string, pick: Pick): string {
  const value = values[pick(values.length)] ?? '';
  switch (pick(8)) {
    case 0:
      return spliced(text, />[^<]+(?=<)/g, pick, () => `>${escaped(value)}`);
    case 1:
      return spliced(text, /="[^"]*"/g, pick, () => `="${escaped(value)}"`);
    case 2:
      return spliced(text, /<([\w:-]+)[^<>]*>[^<]*<\/\1>/g, pick, () => '');
    case 3:
      return spliced(text, /<([\w:-]+)[^<>]*>[^<]*<\/\1>/g, pick, (found) => found + found);
    case 4:
      return spliced(text, /<([\w:-]+)[^<>]*>[\s\S]*?<\/\1>/g, pick, () => '');
    case 5:
      return spliced(text, /[A-Za-z0-9+/=]{200,}/g, pick, (found) => {
        const bytes = Buffer.from(found, 'base64');
        for (let count = 0; count < 3; count += 1) bytes[pick(bytes.length)] = pick(256);
        return bytes.toString('base64');
      });
    case 6:
      return spliced(text, / xmlns(:\w+)?="[^"]*"/g, pick, () => '');
    default: {
      const at = pick(text.length);
      return text.slice(0, at) + String.fromCharCode(pick(256)) + text.slice(at + 1);
    }
  }
}

function spliced(text: string, pattern: RegExp, pick: Pick, by: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[pick(matches.length)];
  return match ? text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length) : text;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
