import path from 'node:path';
import type { Called } from '../../app/cli/testing/io.ts';
import { pemOf } from '../../app/cli/testing/chain-files.ts';
import { createWorkspace } from '../../app/cli/testing/workspace.ts';
import type { Workspace } from '../../app/cli/testing/workspace.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { outFolder } from './aftermath.ts';
import type { Aftermath } from './aftermath.ts';
import type { Attack } from './behaviour.ts';
import { attackByAnswers } from './attack-by-answers.ts';
import { attackByBytes, attackByTls } from './attack-by-server.ts';
import { attackByCaller } from './attack-by-caller.ts';
import type { Scene, Seen, Tool } from './scene.ts';

/** Lets an attack happen in a folder of its own, and gathers what it left behind. */
export async function perform(attack: Attack, tool: Tool): Promise<Aftermath> {
  await using workspace = await createWorkspace();
  const laid = new Set<string>();
  const scene: Scene = {
    tool,
    out: workspace.at(outFolder),
    lay: async (name, content) => {
      const file = workspace.at(path.join('given', name));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      laid.add(path.join('given', name));
      return file;
    },
  };
  const seen = await happen(attack, scene);
  return { ...seen, files: await written(workspace, laid) };
}

async function written(workspace: Workspace, laid: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const files = [...(await workspace.files())].filter(([name]) => !laid.has(name));
  return new Map(files.map(([name, bytes]) => [name, bytes.toString()]));
}

function happen(attack: Attack, scene: Scene): Promise<Seen> {
  switch (attack.by) {
    case 'bytes':
      return attackByBytes(attack, scene);
    case 'tls':
      return attackByTls(attack, scene);
    case 'answers':
      return attackByAnswers(attack, scene);
    case 'recording':
      return attackByRecording(attack, scene);
    case 'chain':
      return attackByChain(attack, scene);
    case 'message':
      return attackByMessage(attack, scene);
    case 'caller':
      return attackByCaller(attack);
  }
}

type By<Kind extends Attack['by']> = Extract<Attack, { readonly by: Kind }>;

async function attackByRecording(
  { har, name = 'recording.har' }: By<'recording'>,
  { tool, lay, out }: Scene,
): Promise<Seen> {
  const content = har();
  const given = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  return await offline(tool.run(['audit', await lay(name, given), '--out', out]));
}

async function attackByChain({ chain }: By<'chain'>, { tool, lay }: Scene): Promise<Seen> {
  const made = chain();
  if (made instanceof Uint8Array) {
    const file = await lay('leaf.der', made);
    return await offline(tool.run(['chain', file, '--trust', file]));
  }
  const { leaf, intermediates, anchors } = made;
  const files = [
    await lay('leaf.pem', pemOf(leaf)),
    ...['--trust', await lay('trust.pem', pemOf(...anchors))],
    ...['--intermediates', await lay('intermediates.pem', pemOf(...intermediates))],
  ];
  return await offline(tool.run(['chain', ...files, '--at', '2026-03-01T12:00:00Z']));
}

async function attackByMessage({ message }: By<'message'>, { tool, lay }: Scene): Promise<Seen> {
  return await offline(tool.run(['validate', await lay('message.xml', message())]));
}

async function offline(called: Promise<Called>): Promise<Seen> {
  return { ...(await called), trapped: [] };
}
