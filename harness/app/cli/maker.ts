import os from 'node:os';
import type { Maker } from '../../engine/verdict/results.ts';

/** Who runs this process on which machine, with which command line: an address keeps neither user information nor query. */
export function makerOf(args: readonly string[]): Maker {
  return {
    user: `${userName()} at ${os.hostname()}`,
    commandLine: ['mde-conformance', ...args].map(withoutSecrets).map(quoted).join(' '),
    node: process.versions.node,
    machine: `${os.type()} ${os.release()} ${os.arch()}, ${os.availableParallelism()} processors`,
  };
}

/** A container may run under a number that no user has. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return 'a user without a name';
  }
}

function withoutSecrets(argument: string): string {
  return argument.replace(/\/\/[^/?#\s]*@/g, '//…@').replace(/([?#]).*$/s, '$1…');
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./…-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
