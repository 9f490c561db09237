import { describe, expect, test } from 'vitest';
import { fewScenarios } from '../../app/cli/testing/few-scenarios.ts';
import { call } from '../../app/cli/testing/io.ts';
import { identity, tls } from '../../app/cli/testing/run-at.ts';
import { createWorkspace, type Workspace } from '../../app/cli/testing/workspace.ts';
import { startRawServer } from '../../wire/testing/raw-server.ts';
import type { Mistake } from './mistake.ts';
import { mistakes } from './table.ts';

/** Milliseconds; each takes a part of a second. */
const timeout = 180_000;

/** What the tool says of a mistake: the lines that are for people, and the exit code. */
interface Said {
  readonly mistake: Mistake;
  readonly code: number;
  readonly text: string;
}

async function sayingOf(mistake: Mistake): Promise<Said> {
  await using workspace = await createWorkspace();
  if (mistake.server === undefined) return await toldIn(workspace, mistake, '');
  await using server = await startRawServer(mistake.server, mistake.over === 'plain HTTP' ? {} : { tls });
  await workspace.write('ca.pem', identity.caPem);
  return await toldIn(workspace, mistake, `127.0.0.1:${server.port}`);
}

async function toldIn(workspace: Workspace, mistake: Mistake, address: string): Promise<Said> {
  for (const [name, text] of Object.entries(mistake.files ?? {})) await workspace.write(name, text);
  const args = mistake.args.map((arg) => (arg.startsWith('@') ? workspace.at(arg.slice(1)) : arg));
  const out = ['run', 'audit'].includes(args[0] ?? '') && !args.includes('--out') ? ['--out', workspace.at('out')] : [];
  const {
    code,
    out: text,
    err,
  } = await call(
    [...args, ...out].map((arg) => arg.replace('{server}', address)),
    mistake.env,
    fewScenarios,
  );
  const plain = (said: string): string =>
    said
      .replaceAll(`${workspace.at('')}/`, '')
      .replaceAll(workspace.at(''), '.')
      .replaceAll(address === '' ? '\0' : address, 'mdm.example')
      .replace(/^\[\d+\/\d+\].*\n/gm, '');
  return { mistake, code, text: plain(code === 2 ? err : (text.split('\n\n')[0] ?? '')) };
}

describe('a mistake is named with what is wrong, where, and what is allowed', { timeout }, () => {
  const all = Object.values(mistakes).flat();

  test('there are sixty, and each is another one', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(({ you }) => you)).size).toBe(all.length);
  });

  test('each ends with 2, or with 4 or 3 where the network decides, and says so as docs/mistakes.md shows', async () => {
    const sections: string[] = [];
    for (const [title, some] of Object.entries(mistakes)) {
      const rows: string[] = [];
      for (const mistake of some) {
        const { code, text } = await sayingOf(mistake);
        expect([2, 3, 4], `${mistake.you}: ${text}`).toContain(code);
        expect(text).not.toMatch(/\n\s+at |\bundefined\b|\[object |hunter2|correct horse/);
        expect(text).not.toContain('internal error');
        rows.push(`You ${mistake.you} (exit ${code}):\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`);
      }
      sections.push(`## ${title}\n\n${rows.join('\n')}`);
    }
    const head =
      '# Mistakes, and what the tool says\n\nEach was made in a test, and this page is what came. A problem of the configuration ends with 2 before anything is sent; one of the network or of the credentials with 4, and with 3 where the server is not available.\n';
    await expect(`${head}\n${sections.join('\n')}`).toMatchFileSnapshot('../../../docs/mistakes.md');
  });
});
