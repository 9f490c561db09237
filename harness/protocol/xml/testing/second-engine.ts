import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageRoot } from '../../../package-root.ts';
import type { MessageType } from '../schema.ts';
import type { MessageVerdict } from '../validate-message.ts';

/** The word of another XSD engine on a message. */
export interface SecondOpinion {
  readonly verdict: Exclude<MessageVerdict['verdict'], 'unknown-type'>;
  readonly issues: readonly string[];
}

/** A message, and the type by whose schema it is judged. */
interface Typed {
  readonly bytes: Uint8Array;
  readonly type: MessageType;
}

/** Another XSD engine, for messages of our own only: it is old and native, so it never sees what a target sent. */
export interface SecondEngine {
  /** That of its libxml2. */
  readonly version: string;
  /** One opinion for each message, in order. */
  judge(messages: readonly Typed[]): readonly SecondOpinion[];
}

/** The second engine is there and does not work. */
export class BrokenSecondEngine extends Error {
  override readonly name = 'BrokenSecondEngine';
}

/**
 * `libxmljs2`, from the folder in LIBXMLJS2_FOLDER, where it then has to be, or else from the installed packages;
 * undefined if there is none. It is not a dependency, because it compiles for a minute and not on every machine.
 */
export function loadSecondEngine(folder = process.env['LIBXMLJS2_FOLDER']): SecondEngine | undefined {
  const library = folder ?? installedPackage();
  if (library === undefined) return undefined;
  return {
    version: ask(library, []).version,
    judge: (messages) => ask(library, messages).opinions,
  };
}

function installedPackage(): string | undefined {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('libxmljs2'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

interface Reply {
  readonly version: string;
  readonly opinions: readonly SecondOpinion[];
}

const program = path.join(import.meta.dirname, 'second-engine-process.mjs');
const schemas = path.join(packageRoot, 'schemas', 'xsd', 'messages');

function ask(library: string, messages: readonly Typed[]): Reply {
  const asked = messages.map(({ bytes, type }) => ({ type, base64: Buffer.from(bytes).toString('base64') }));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, path.resolve(library), schemas], {
    input: JSON.stringify({ messages: asked }),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0)
    throw new BrokenSecondEngine(`${library} ended with ${signal ?? status ?? 'no status'}: ${stderr.trim()}`);
  return JSON.parse(stdout) as Reply;
}
