import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';

const [start, end] = ['<token issuer="A &amp; B">', '</token>'];

/** The token that leaves the server: as it is, or as XML, which HTML has to escape. */
export function wrapped(token: string, { signInPage, tokenIsXml }: SignInBehaviour): string {
  const isXml = tokenIsXml === true || signInPage === 'raw-token' || signInPage === 'token-escaped-twice';
  return isXml ? `${start}${token}${end}` : token;
}

/** The token as it was before; another text stays as it is. */
export function unwrapped(text: string): string {
  return text.startsWith(start) && text.endsWith(end) ? text.slice(start.length, -end.length) : text;
}
