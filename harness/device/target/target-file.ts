import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { packageRoot } from '../../package-root.ts';
import { authMethods } from './auth-method.ts';
import type { AuthMethod } from './auth-method.ts';
import { explainSignIn } from './sign-in-problems.ts';
import { nearest } from './suggest.ts';
import { chosenTarget } from './chosen-target.ts';
import { explainState } from './state-problems.ts';
import { readTargetDocument } from './target-document.ts';
import type { EntraEntry } from './target-entra.ts';
import { TargetError } from './target-error.ts';
import type { SecretReference, SignInEntry } from './target-sign-in.ts';
import type { StateEntries } from './target-states.ts';
import type { CertificateEntry } from './user-certificate.ts';

/** A target file as its schema (schemas/json/target.schema.json) allows it; paths are relative to `folder`. */
export interface TargetFile {
  /** Absolute folder of the file. */
  readonly folder: string;
  readonly url: string;
  readonly email: string;
  /** `any`: user names need not be e-mail addresses. */
  readonly emailForm?: 'any';
  readonly auth?: AuthMethod;
  readonly ca?: string;
  readonly plainHttp?: string;
  readonly links?: readonly string[];
  readonly deviceTrust?: string | readonly string[];
  readonly capabilities?: readonly string[];
  readonly passwordEnv?: string;
  readonly passwordFile?: string;
  readonly signIn?: SignInEntry;
  readonly programmatic?: { readonly token: SecretReference; readonly emailAddress: string };
  readonly entra?: EntraEntry;
  readonly certificate?: CertificateEntry;
  readonly states?: StateEntries;
  readonly certificateHeader?: string;
  readonly cleanup?: boolean;
}

/** The published schema of a target file, in the package. */
export const targetSchemaPath = path.join(packageRoot, 'schemas', 'json', 'target.schema.json');

const fields = [
  'url',
  'email',
  'emailForm',
  'auth',
  'ca',
  'plainHttp',
  'links',
  'deviceTrust',
  'capabilities',
  'passwordEnv',
  'passwordFile',
  'signIn',
  'programmatic',
  'entra',
  'certificate',
  'states',
  'certificateHeader',
  'cleanup',
];

/**
 * Reads a target file (YAML or JSON); `name` is the target where the file describes several. Throws `TargetError` with a line of text for
 * each problem: file, line, column, problem.
 */
export function readTargetFile(file: string, name?: string): TargetFile {
  const document = readTargetDocument(file);
  const { content, roots, where } = chosenTarget(document, name);
  const validate = validator();
  if (validate(content)) return { ...content, folder: path.dirname(path.resolve(file)) };
  const problems = (validate.errors ?? [])
    .filter(({ keyword, schemaPath }) => keyword !== 'anyOf' && keyword !== 'if' && !schemaPath.includes('/oneOf/'))
    .filter(({ keyword, instancePath }, _, all) => keyword !== 'oneOf' || isOnlyOne(instancePath, all))
    .map((error) => `${document.place(roots, pathOf(error), unknownIn(error)) ?? file}: ${where}${explain(error)}`);
  throw new TargetError([...new Set(problems)].join('\n'));
}

/** Compiled once. */
let compiled: ValidateFunction<Omit<TargetFile, 'folder'>> | undefined;

function validator(): ValidateFunction<Omit<TargetFile, 'folder'>> {
  compiled ??= new Ajv({ allErrors: true })
    .addSchema(JSON.parse(readFileSync(targetSchemaPath, 'utf8')) as object, 'target')
    .compile<Omit<TargetFile, 'folder'>>({ $ref: 'target#/definitions/target' });
  return compiled;
}

function pathOf({ instancePath }: ErrorObject): readonly string[] {
  const names = instancePath === '' ? [] : instancePath.slice(1).split('/');
  return names.map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function unknownIn({ params }: ErrorObject): string | undefined {
  const unknown: unknown = params['additionalProperty'];
  return typeof unknown === 'string' ? unknown : undefined;
}

/** Whether this is the only problem of its field; otherwise "matches no alternative" adds nothing. */
function isOnlyOne(instancePath: string, all: readonly ErrorObject[]): boolean {
  return all.filter((error) => error.instancePath === instancePath).length === 1;
}

function explain(error: ErrorObject): string {
  const { keyword, instancePath, params } = error;
  const field = instancePath.slice(1).split('/')[0] ?? '';
  if (field === 'states') return explainState(error);
  if (field === 'signIn') return explainSignIn(error);
  if (field === 'entra') return explainEntra(error);
  if (field === 'certificate')
    return '"certificate" must be { certFile: user.pem, keyFile: user.key }: the paths of two PEM files';
  if (keyword === 'additionalProperties') return explainUnknown(textOf(params['additionalProperty']));
  if (keyword === 'required') return explainMissing(textOf(params['missingProperty']));
  if (keyword === 'not') return '"passwordEnv" and "passwordFile" exclude each other; keep one';
  if (field === 'auth') return `"auth" must be one of ${authMethods.join(', ')}`;
  return `"${field}" ${expectations[field] ?? 'has a value that is not allowed'}`;
}

function explainMissing(field: string): string {
  const example = { url: 'url: https://mdm.example', email: 'email: user@contoso.com' }[field];
  return `"${field}" is missing${example === undefined ? '' : `; add for example "${example}"`}`;
}

/** These never quote the value, because it may be a secret in the wrong place. */
const expectations: Readonly<Record<string, string>> = {
  url: 'must be a discovery URL or a domain',
  email:
    'must be an e-mail address, such as user@contoso.com; "emailForm: any" allows another form, if the server wants it',
  emailForm: 'must be any, or left out for e-mail addresses',
  ca: 'must be the path of a PEM file',
  plainHttp: 'must be a URL with http:',
  links: 'must be a list of URLs without repetitions: the pages that publish enrollment links',
  deviceTrust: 'must be the path of a PEM file, or a list of paths without repetitions',
  capabilities: 'must be a list of lower-case words joined by hyphens, without repetitions',
  programmatic:
    'must hold token: { env: MDE_AGENT_TOKEN } or { file: token.txt }, and emailAddress: a text without an "@"',
  passwordEnv:
    'must be the name of an environment variable in capitals, such as MDE_PASSWORD, never the password itself',
  passwordFile: 'must be the path of a file that holds the password',
  certificateHeader: 'must be the name of a header field, such as X-Client-Cert',
  cleanup: 'must be true or false',
};

function explainEntra({ keyword, instancePath, params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') return `"${where}.${textOf(params['missingProperty'])}" is missing`;
  if (keyword === 'additionalProperties') {
    const field = textOf(params['additionalProperty']);
    const known = entraFields[where.split('.').at(-1) ?? ''] ?? [];
    const meant = nearest(field, known);
    return `unknown field "${field}" in "${where}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${known.join(', ')}`}`;
  }
  return `"${where}" ${entraExpectations[where.split('.').at(-1) ?? ''] ?? 'has a value that is not allowed'}`;
}

const entraFields: Readonly<Record<string, readonly string[]>> = {
  entra: ['termsOfUse', 'issuer', 'accept'],
  issuer: ['tenant', 'audience', 'clientId', 'issuerUrl', 'listen', 'keyFile'],
  accept: ['control', 'decline', 'fields'],
};

const entraExpectations: Readonly<Record<string, string>> = {
  termsOfUse: 'must be the URL of the terms-of-use page, with https:',
  tenant: 'must be the GUID of the tenant',
  clientId: 'must be the GUID of the application',
  issuerUrl: 'must be a URL with https: or http:',
  listen: 'must be a port, 1 to 65535',
};

function explainUnknown(field: string): string {
  if (/^(password|token|secret)$/i.test(field)) {
    return `"${field}" does not belong in a target file; name its variable with "passwordEnv" or its file with "passwordFile"`;
  }
  const meant = nearest(field, fields);
  return `unknown field "${field}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${fields.join(', ')}`}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
