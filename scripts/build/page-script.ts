import path from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../../harness/package-root.ts';

/** The module that holds the script of the report page, from the root of the package. */
export const pageScriptPath = 'reports/html/script/page-script.ts';

/** That module, made from `reports/html/client`: one readable script without imports, for any browser of the last years. */
export async function pageScriptModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(packageRoot, 'reports/html/client/main.ts')],
    absWorkingDir: packageRoot,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
  });
  const text = outputFiles[0]?.text.replaceAll(/^ *\/\/.*\n/gm, '') ?? '';
  return [
    '/** The script of the report page, made from `reports/html/client` by `npm run generate`. */',
    `export const pageScript =\n  ${quoted(text)};`,
    '',
  ].join('\n');
}

/** As Prettier quotes a text. */
function quoted(text: string): string {
  const inside = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${inside}'`;
}
