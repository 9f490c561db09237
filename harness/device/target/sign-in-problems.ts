import type { ErrorObject } from 'ajv';
import { specialTokens } from '../sign-in/special-tokens.ts';
import { nearest } from './suggest.ts';

const ways = ['token', 'command', 'form'];
const references = ['env', 'file'];
const sources = [...references, 'command'];

/** These never quote a value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  signIn: 'must say how to sign in, with one of token, command and form',
  token: 'must be { env: MDE_TOKEN } or { file: token.txt }, never the token itself',
  command: 'must be a list of texts: the program and its arguments',
  form: 'must name the fields of the sign-in page, such as username: user@contoso.com',
  tokens: `must give tokens by ${specialTokens.join(', ')}`,
  source: 'must be { env: MDE_TOKEN }, { file: token.txt } or { command: [./print-token] }, never the token itself',
  env: 'must be the name of an environment variable in capitals, such as MDE_TOKEN, never the secret itself',
  file: 'must be the path of a file that holds the secret',
};

/** Explains a problem below `signIn` of a target file or of a prepared user: where it is, what is wrong and what is allowed. */
export function explainSignIn({ keyword, instancePath, params }: ErrorObject): string {
  const names = instancePath.slice(1).split('/');
  const where = names.join('.');
  const own = names.slice(names.indexOf('signIn'));
  if (keyword === 'additionalProperties') {
    const field = String(params['additionalProperty']);
    const known = fieldsAt(own);
    const meant = nearest(field, known);
    return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
  }
  if (keyword === 'oneOf') {
    const known = (own.length === 1 ? ways : fieldsAt(own)).join(', ');
    return params['passingSchemas'] === null
      ? `"${where}" lacks its content; give one of ${known}`
      : `"${where}" names several of ${known}; keep one`;
  }
  if (own[1] === 'form' && own.length === 3) {
    return `"${where}" must be a text, or { env: MDE_PASSWORD } or { file: password.txt } for a secret`;
  }
  return `"${where}" ${expectations[levelOf(own)] ?? 'has a value that is not allowed'}`;
}

/** What may stand in the object at this place. */
function fieldsAt(own: readonly string[]): readonly string[] {
  if (own.length === 1) return [...ways, 'tokens'];
  if (own[1] !== 'tokens') return references;
  return own.length === 2 ? specialTokens : sources;
}

function levelOf([, field = 'signIn', ...deeper]: readonly string[]): string {
  const last = deeper.findLast((name) => !/^\d+$/.test(name));
  if (field === 'tokens' && deeper.length === 1) return 'source';
  return field === 'command' ? field : (last ?? field);
}
