import type { ErrorObject } from 'ajv';
import { stateNames, userStates } from '../../engine/evidence/state-names.ts';
import { explainSignIn } from './sign-in-problems.ts';
import { nearest } from './suggest.ts';

/** The fields of the entries below `states` of a target file, by level. */
const fieldsOf = {
  state: ['user', 'http', 'command', 'undo', 'prompt'],
  userState: ['user'],
  user: ['email', 'passwordEnv', 'passwordFile', 'signIn'],
  http: ['method', 'url', 'body', 'undo'],
  call: ['method', 'url', 'body'],
} as const;

/** These never quote a value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  states: 'must name states, each with one way to bring it about',
  state: 'must say how to bring the state about, with one of user, http, command and prompt',
  userState: 'must name the prepared user',
  user: 'must be a user with "email", and "passwordEnv", "passwordFile" or "signIn"',
  http: 'must be a call with "method" and "url"',
  call: 'must be a call with "method" and "url"',
  email: 'must be an e-mail address, such as user@contoso.com, unless the file says "emailForm: any"',
  passwordEnv: 'must be the name of an environment variable in capitals, never the password itself',
  passwordFile: 'must be the path of a file that holds the password',
  method: 'must be an HTTP method in capitals, such as PUT',
  url: 'must be a URL',
  body: 'must be a text',
  command: 'must be a list of texts: the program and its arguments',
  undo: 'must be a list of texts: the program and its arguments',
  prompt: 'must be the text that the person at the terminal reads',
};

/** Explains a problem of an entry below `states`: where it is, what is wrong and what is allowed. */
export function explainState(error: ErrorObject): string {
  const { keyword, instancePath, params } = error;
  if (instancePath.includes('/user/signIn')) return explainSignIn(error);
  const names = instancePath.slice(1).split('/');
  const where = names.join('.');
  const level = levelOf(names);
  switch (keyword) {
    case 'additionalProperties':
      return unknownField(String(params['additionalProperty']), where, level);
    case 'required':
      return `"${where}" needs "${String(params['missingProperty'])}"`;
    case 'dependencies':
      return `"${where}": "undo" belongs beside "command"; the "undo" of "http" belongs inside "http"`;
    case 'oneOf':
      return ambiguity(where, level, params['passingSchemas'] === null);
    default:
      return `"${where}" ${expectations[level] ?? 'has a value that is not allowed'}`;
  }
}

/** The level of an entry: `states`, `state` or `userState`, the name of the field, or `call` for the undo of `http`. */
function levelOf(names: readonly string[]): string {
  const isOfUser = userStates.some((state) => state === names[1]);
  if (names.length <= 2) return names.length === 1 ? 'states' : isOfUser ? 'userState' : 'state';
  if (names.slice(-2).join(' ') === 'http undo') return 'call';
  return names.findLast((name) => !/^\d+$/.test(name)) ?? '';
}

function unknownField(field: string, where: string, level: string): string {
  if (/^(password|token|secret|authorization)$/i.test(field)) {
    return `"${where}.${field}" does not belong in a target file; name its variable with "passwordEnv" or its file with "passwordFile"`;
  }
  const known: readonly string[] = level === 'states' ? stateNames : fieldsOf[level as keyof typeof fieldsOf];
  const meant = nearest(field, known);
  return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
}

function ambiguity(where: string, level: string, isNone: boolean): string {
  if (level === 'user') {
    return isNone
      ? `"${where}" has no password; name its variable with "passwordEnv" or its file with "passwordFile", or say how he gets a token with "signIn"`
      : `"${where}": "passwordEnv" and "passwordFile" exclude each other; keep one`;
  }
  return isNone
    ? `"${where}" does not say how to bring the state about; give one of user, http, command and prompt`
    : `"${where}" names several ways to bring the state about; keep one of user, http, command and prompt`;
}
