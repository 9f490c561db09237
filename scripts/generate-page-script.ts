import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../harness/package-root.ts';
import { pageScriptModule, pageScriptPath } from './build/page-script.ts';

// Writes the module that holds the script of the report page; with --verify it says whether that is out of date.
const file = path.join(packageRoot, pageScriptPath);
const wanted = await pageScriptModule();
if (!process.argv.includes('--verify')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  process.stderr.write(`${pageScriptPath} is out of date; run "npm run generate".\n`);
  process.exitCode = 1;
}
