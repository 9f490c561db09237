import type { ErrorObject } from 'ajv';
import { specialTokens } from '../sign-in/special-tokens.ts';
import { nearest } from './suggest.ts';

const ways = ['token', 'command', 'form'];
const references = ['env', 'file'];
const sources = [...references, 'command'];
const ofBrowser = ['executable', 'headless', 'script'];
const ofStep = ['fill', 'with', 'click'];

/** Fields of a form that hold a secret by their name; the schema says the same. */
const secretName = /pass(?:w|$)|pwd|secret/i;

/** These never quote a value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  token: 'must be { env: MDE_TOKEN } or { file: token.txt }, never the token itself',
  command: 'must be a list of texts: the program and its arguments',
  form: 'must name the fields of the sign-in page, such as username: user@contoso.com',
  tokens: `must give tokens by ${specialTokens.join(', ')}`,
  source: 'must be { env: MDE_TOKEN }, { file: token.txt } or { command: [./print-token] }, never the token itself',
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

/** Explains a problem below `signIn` of a target file or of a prepared user: where it is, what is wrong and what is allowed. */
export function explainSignIn({ keyword, instancePath, params }: ErrorObject): string {
  const names = instancePath.slice(1).split('/');
  const where = names.join('.');
  const isOfUser = names[0] !== 'signIn';
  const own = names.slice(names.indexOf('signIn'));
  if (keyword === 'additionalProperties') {
    const field = String(params['additionalProperty']);
    const known = fieldsAt(own, isOfUser);
    const meant = nearest(field, known);
    return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
  }
  if (keyword === 'oneOf') {
    const known =
      own.length === 4
        ? 'fill (and with) or click'
        : (own.length === 1 ? waysOf(isOfUser) : fieldsAt(own, isOfUser)).join(', ');
    return params['passingSchemas'] === null
      ? `"${where}" lacks its content; give one of ${known}`
      : `"${where}" names several of ${known}; keep one`;
  }
  if (own[1] === 'form' && own.length === 3 && secretName.test(own[2] ?? '')) {
    return `"${where}" must be { env: MDE_PASSWORD } or { file: password.txt }, never the secret itself`;
  }
  if ((own[1] === 'form' && own.length === 3) || own.at(-1) === 'with') {
    return `"${where}" must be a text, or { env: MDE_PASSWORD } or { file: password.txt } for a secret`;
  }
  if (own.length === 1) return `"${where}" must say how to sign in, with one of ${waysOf(isOfUser).join(', ')}`;
  return `"${where}" ${expectations[levelOf(own)] ?? 'has a value that is not allowed'}`;
}

/** A prepared user signs in without a person. */
function waysOf(isOfUser: boolean): readonly string[] {
  return isOfUser ? ways : [...ways, 'browser'];
}

/** What may stand in the object at this place. */
function fieldsAt([, way, list, step, ...rest]: readonly string[], isOfUser: boolean): readonly string[] {
  if (way === undefined) return isOfUser ? ways : [...waysOf(isOfUser), 'tokens'];
  if (way === 'tokens') return list === undefined ? specialTokens : sources;
  if (way !== 'browser') return references;
  if (list === undefined) return ofBrowser;
  return step !== undefined && rest.length === 0 ? ofStep : references;
}

function levelOf([, field = '', ...deeper]: readonly string[]): string {
  const last = deeper.findLast((name) => !/^\d+$/.test(name));
  if (field === 'tokens' && deeper.length === 1) return 'source';
  return field === 'command' ? field : (last ?? field);
}
