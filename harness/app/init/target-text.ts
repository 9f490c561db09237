import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { targetSchemaPath } from '../../device/target/target-file.ts';
import type { Answers, Reference } from './answers.ts';

/**
 * Where an editor finds the schema without a network: by a relative path where this package is installed in the project of the file, so that
 * it holds for everybody who has the project; else by the address of the file on this machine.
 */
export function schemaAddress(file: string, schema: string = targetSchemaPath): string {
  const folder = path.dirname(path.resolve(file));
  const modules = `${path.sep}node_modules${path.sep}`;
  const at = schema.indexOf(modules);
  const project = at < 0 ? undefined : schema.slice(0, at);
  const isInside = project !== undefined && (folder === project || folder.startsWith(project + path.sep));
  if (!isInside) return pathToFileURL(schema).href;
  const relative = slashed(path.relative(folder, schema));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** The text of a target file, which `run` accepts and a person can complete. It holds no secret, only where each one is. */
export function targetText(answers: Answers, file: string): string {
  const folder = path.dirname(path.resolve(file));
  const name = path.basename(file);
  const inside = (one: string): string => slashed(path.relative(folder, path.resolve(one)));
  const reference = (where: Reference): Reference => ('file' in where ? { file: inside(where.file) } : where);
  const { url, email, ca, password, signIn, certificate } = answers;
  const isForPassword = password !== undefined || (signIn === undefined && certificate === undefined);
  return [
    `# yaml-language-server: $schema=${schemaAddress(file)}`,
    `# Target file of mde-conformance. It holds no secret, only where each one is. Paths are relative to this file.`,
    `# Look at the way to the server:  mde-conformance doctor ${name}`,
    `# Test the server:                mde-conformance run ${name}`,
    '',
    '# Where devices ask first.',
    field({ url }),
    '',
    '# The user who enrolls; on the on-premise way also the user name.',
    field({ email }),
    '',
    '# The roots that TLS trusts in place of those of this machine (PEM).',
    ca === undefined ? '# ca: ca.pem' : field({ ca: inside(ca) }),
    '',
    '# On-premise: the environment variable, or the file, that holds the password.',
    ...(isForPassword ? [passwordField(password, inside)] : ['# passwordEnv: MDE_PASSWORD']),
    '',
    '# Federated: how the user gets a token: token, command, form or browser.',
    signIn === undefined
      ? '# signIn: { token: { env: MDE_TOKEN } }'
      : field({ signIn: 'token' in signIn ? { token: reference(signIn.token) } : signIn }),
    '',
    '# Certificate: what signs the messages (PEM).',
    certificate === undefined
      ? '# certificate: { certFile: user.pem, keyFile: user.key }'
      : field({ certificate: { certFile: inside(certificate.certFile), keyFile: inside(certificate.keyFile) } }),
    '',
    '# The roots that a device trusts before it enrolls (PEM).',
    '# deviceTrust: roots.pem',
    '',
    '# States that no client can cause, and how to bring each about and end it.',
    '# states: { maintenance: { command: [./maintenance, on], undo: [./maintenance, off] } }',
    '',
    '# Let the devices of a run leave the server at its end.',
    '# cleanup: true',
    '',
  ].join('\n');
}

function passwordField(password: Reference = { env: 'MDE_PASSWORD' }, inside: (one: string) => string): string {
  return 'env' in password ? field({ passwordEnv: password.env }) : field({ passwordFile: inside(password.file) });
}

/** On one line. */
function field(content: Readonly<Record<string, unknown>>): string {
  const [[name, value] = ['', undefined]] = Object.entries(content);
  return `${name}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;
}

function slashed(one: string): string {
  return one.split(path.sep).join('/');
}
