import type { ErrorObject } from 'ajv';
import { nearest } from './suggest.ts';

const ways = ['token', 'command', 'form', 'browser'];
const references = ['env', 'file'];
const ofBrowser = ['executable', 'headless', 'script'];
const ofStep = ['fill', 'with', 'click'];

/** These never quote a value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  signIn: 'must say how to sign in, with one of token, command, form and browser',
  token: 'must be { env: MDE_TOKEN } or { file: token.txt }, never the token itself',
  command: 'must be a list of texts: the program and its arguments',
  form: 'must name the fields of the sign-in page, such as username: user@contoso.com',
  browser:
    'must be {} for a person, or hold executable, headless or script: a list of { fill: "#user", with: … } and { click: "#go" }',
  executable: 'must be the path of a browser',
  headless: 'must be true or false',
  script: 'must be a list of { fill: "#user", with: … } and { click: "#go" }',
  fill: 'must be a CSS selector',
  click: 'must be a CSS selector',
  env: 'must be the name of an environment variable in capitals, such as MDE_TOKEN, never the secret itself',
  file: 'must be the path of a file that holds the secret',
};

/** Explains a problem below `signIn` of a target file: where it is, what is wrong and what is allowed. */
export function explainSignIn({ keyword, instancePath, params }: ErrorObject): string {
  const names = instancePath.slice(1).split('/');
  const where = names.join('.');
  const isReference = names[1] !== 'command';
  const level = names.findLast((name) => !/^\d+$/.test(name)) ?? '';
  if (keyword === 'additionalProperties') {
    const field = String(params['additionalProperty']);
    const known = knownAt(names);
    const meant = nearest(field, known);
    return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
  }
  if (keyword === 'oneOf') {
    const known = names.length === 4 ? 'fill (and with) or click' : knownAt(names).join(', ');
    return params['passingSchemas'] === null
      ? `"${where}" lacks its content; give one of ${known}`
      : `"${where}" names several of ${known}; keep one`;
  }
  if ((names[1] === 'form' && names.length === 3) || level === 'with') {
    return `"${where}" must be a text, or { env: MDE_PASSWORD } or { file: password.txt } for a secret`;
  }
  return `"${where}" ${expectations[isReference && names.length > 2 ? level : (names[1] ?? 'signIn')] ?? 'has a value that is not allowed'}`;
}

/** What may stand at this place. */
function knownAt([, way, list, step, ...rest]: readonly string[]): readonly string[] {
  if (way === undefined) return ways;
  if (way !== 'browser') return references;
  if (list === undefined) return ofBrowser;
  return step !== undefined && rest.length === 0 ? ofStep : references;
}
