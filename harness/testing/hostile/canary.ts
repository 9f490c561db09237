/** The user of every hostile run, and a password that no other text holds and that each coding changes. */
export const user = { email: 'user@contoso.example', password: `zq canary 7&<staple>"it's" ü+%/=?` };

const { email, password } = user;
const xml = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const attribute = xml.replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');

/** The password in each coding in which a server may echo it. */
export const forms = {
  raw: password,
  xml,
  attribute,
  json: JSON.stringify(password).slice(1, -1),
  percent: encodeURIComponent(password),
  form: new URLSearchParams({ p: password }).toString().slice(2),
  base64: Buffer.from(password).toString('base64'),
  base64url: Buffer.from(password).toString('base64url'),
  basic: Buffer.from(`${email}:${password}`).toString('base64'),
  hexadecimal: Buffer.from(password).toString('hex'),
} as const;

/** Short enough to stay whole in most codings, and long enough to be nobody else's. */
const recognisable = /zq canary 7|enEgY2FuYXJ5|7a712063616e617279|canary 7&/i;

/** A text and whatever is base64 in it, decoded, as deep as base64 stands in base64. */
function layersOf(text: string, depth = 3): string[] {
  if (depth === 0) return [text];
  // Without `{16,}`, which needs a stack for each of millions of letters.
  const runs = text.match(/[A-Za-z0-9+/_-]{16}[A-Za-z0-9+/_-]*/g) ?? [];
  return [text, ...runs.flatMap((run) => layersOf(Buffer.from(run, 'base64').toString(), depth - 1))];
}

/** In which coding the password, or a part of it that somebody would know again, stands in a text; empty if it does not. */
export function leaksIn(text: string): string[] {
  return layersOf(text).flatMap((layer) => {
    const found = Object.entries(forms).flatMap(([form, value]) => (layer.includes(value) ? [form] : []));
    return found.length === 0 && recognisable.test(layer) ? ['a part'] : found;
  });
}
