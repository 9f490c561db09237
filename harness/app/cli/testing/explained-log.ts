import { writeFile } from 'node:fs/promises';
import { call } from './io.ts';
import type { Called } from './io.ts';
import { createWorkspace } from './workspace.ts';

/** Explains a log of this content by the command line. */
export async function explained(content: string | Uint8Array, name = 'log.xml', ...options: string[]): Promise<Called> {
  await using workspace = await createWorkspace();
  await writeFile(workspace.at(name), content);
  return await call(['explain', '--log', workspace.at(name), ...options]);
}

/** The first three lines of the answer. */
export async function firstLines(content: string | Uint8Array, name?: string): Promise<string> {
  const { code, out, err } = await explained(content, name);
  if (code !== 0) throw new Error(err);
  return out.split('\n').slice(0, 3).join('\n');
}
