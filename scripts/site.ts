import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, createServer } from 'vitepress';
import { checkBuiltSite } from './site/check-built-site.ts';
import { apiReference } from './site/api-reference.ts';
import { siteBase, siteFolders } from './site/site-folders.ts';
import { writePages } from './site/write-pages.ts';

/** Builds the documentation site into `site/dist` and checks it; with `--dev` serves it on loopback. No step needs a network. */
async function site(args: string[]): Promise<number> {
  const { dev } = parseArgs({ args, options: { dev: { type: 'boolean', default: false } } }).values;
  writePages(siteFolders.pages, apiReference());
  if (dev) {
    const server = await createServer(siteFolders.source);
    await server.listen();
    server.printUrls();
    return 0;
  }
  rmSync(siteFolders.built, { recursive: true, force: true });
  await build(siteFolders.source);
  const problems = checkBuiltSite(siteFolders.built, siteBase);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await site(process.argv.slice(2));
