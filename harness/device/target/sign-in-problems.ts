import type { ErrorObject } from 'ajv';
import { nearest } from './suggest.ts';

const ways = ['token', 'command', 'form'];
const references = ['env', 'file'];

/** These never quote a value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  signIn: 'must say how to sign in, with one of token, command and form',
  token: 'must be { env: MDE_TOKEN } or { file: token.txt }, never the token itself',
  command: 'must be a list of texts: the program and its arguments',
  form: 'must name the fields of the sign-in page, such as username: user@contoso.com',
  env: 'must be the name of an environment variable in capitals, such as MDE_TOKEN, never the secret itself',
  file: 'must be the path of a file that holds the secret',
};

/** Explains a problem below `signIn` of a target file: where it is, what is wrong and what is allowed. */
export function explainSignIn({ keyword, instancePath, params }: ErrorObject): string {
  const names = instancePath.slice(1).split('/');
  const where = names.join('.');
  const isReference = names[1] === 'token' || names[1] === 'form';
  const level = names.findLast((name) => !/^\d+$/.test(name)) ?? '';
  if (keyword === 'additionalProperties') {
    const field = String(params['additionalProperty']);
    const known = names.length === 1 ? ways : references;
    const meant = nearest(field, known);
    return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
  }
  if (keyword === 'oneOf') {
    const known = (names.length === 1 ? ways : references).join(', ');
    return params['passingSchemas'] === null
      ? `"${where}" lacks its content; give one of ${known}`
      : `"${where}" names several of ${known}; keep one`;
  }
  if (names[1] === 'form' && names.length === 3) {
    return `"${where}" must be a text, or { env: MDE_PASSWORD } or { file: password.txt } for a secret`;
  }
  return `"${where}" ${expectations[isReference && names.length > 2 ? level : (names[1] ?? 'signIn')] ?? 'has a value that is not allowed'}`;
}
