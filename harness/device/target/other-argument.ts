import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepLink } from '../../protocol/deep-link/read-deep-link.ts';
import { isDomain, isEmail } from './target-address.ts';
import { TargetError } from './target-error.ts';

/** Endings of files that no top-level domain has, so that `x.har` cannot be a domain; a target file has one of the first three. */
const targetEndings = ['.yaml', '.yml', '.json'];
const fileEndings = [
  ...targetEndings,
  ...[
    '.har',
    '.saz',
    '.pcap',
    '.pcapng',
    '.html',
    '.htm',
    '.xml',
    '.gz',
    '.evtx',
    '.log',
    '.txt',
    '.pem',
    '.crt',
    '.toml',
  ],
];

/** What a file with one of these names is, where a run or an audit has written it. */
const ownFiles: Readonly<Record<string, string>> = {
  'results.json': 'the results of a run',
  'manifest.json': 'the manifest of a report folder',
  'report.html': 'the report of a run',
  'junit.xml': 'the report of a run',
};

/** How much of a file shows what it is. */
const headBytes = 4096;

/** Whether an argument names a file and cannot be a domain: it has the ending of a file, or there is such a file. */
export function isFileName(argument: string): boolean {
  if (isDeepLink(argument) || argument.includes('://') || isEmail(argument)) return false;
  return fileEndings.includes(path.extname(argument).toLowerCase()) || isFile(argument);
}

/**
 * Throws `TargetError` if an argument of `run` is certainly something else than a target: a recording, a report, a file that is
 * missing, a host with a path but without a scheme. The message says what it is, and what to write instead.
 */
export function refuseOtherArgument(argument: string): void {
  if (isDeepLink(argument) || argument.includes('://') || isEmail(argument)) return;
  if (isFileName(argument)) {
    const name = path.basename(argument).toLowerCase();
    refuseRecording(argument, name);
    refuseReport(argument, name);
    refuseMissing(argument, name);
    return;
  }
  refuseWithoutScheme(argument);
}

function refuseRecording(file: string, name: string): void {
  const isRecording = name.endsWith('.har') || /^\s*\{\s*"log"\s*:/.test(headOf(file));
  if (isRecording) throw new TargetError(`"${file}" is a recording, not a target; judge it with: audit ${file}`);
  if (/\.(saz|pcap|pcapng)$/.test(name)) {
    throw new TargetError(`"${file}" is a recording, not a target; audit judges recordings, in the format HAR 1.2`);
  }
}

function refuseReport(file: string, name: string): void {
  const isResults = /^\s*\{\s*"schemaVersion"\s*:/.test(headOf(file));
  const what = ownFiles[name] ?? (isResults ? ownFiles['results.json'] : undefined);
  if (what !== undefined) {
    const session = path.join(path.dirname(file), 'session.har');
    throw new TargetError(`"${file}" is ${what}, not a target; judge its recording again with: audit ${session}`);
  }
  if (/\.html?$/.test(name)) throw new TargetError(`"${file}" is a web page, not a target; ${expectation}`);
}

function refuseMissing(file: string, name: string): void {
  if (isFile(file)) return;
  const what = statSync(file, { throwIfNoEntry: false })?.isDirectory() ? 'is a folder' : 'does not exist';
  const kind = targetEndings.includes(path.extname(name)) ? 'the target file' : 'the file';
  throw new TargetError(`${kind} "${file}" ${what}; ${expectation}`);
}

/** What a run takes, as a clause for people. */
export const expectation =
  'expected a discovery URL (https://host/EnrollmentServer/Discovery.svc), a domain (contoso.com), an e-mail address, ' +
  'a deep link (ms-device-enrollment:?mode=mdm&...), or a target file (.yaml, .json)';

/** `host/path` and `host:port` may be meant as a URL or as a file: to guess might send a password to the wrong place. */
function refuseWithoutScheme(argument: string): void {
  const [, host = '', port = '', rest = ''] = /^([^/\\:]+|\[[0-9a-f:]+\])(:\d+)?(\/.*)?$/i.exec(argument) ?? [];
  const isHost = isDomain(host) || host === 'localhost' || /^\d+(\.\d+){3}$/.test(host) || host.startsWith('[');
  if (!isHost || (port === '' && rest === '')) return;
  throw new TargetError(
    `"${argument}" has no scheme; write https://${argument} if it is a URL; it is no file either: there is none of that name`,
  );
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The first characters of a file; none if it cannot be read. */
function headOf(file: string): string {
  if (!isFile(file)) return '';
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(headBytes);
      return bytes.toString('utf8', 0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
