import { existsSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { checks } from '../suites/index.ts';
import { digestOf, setFile } from '../suites/requirements/requirement-sets.ts';

// Freezes all checks of today as a requirement set; a set that is there stays as it is, unless `--renew` says that no release had it.
const [word = '', renew] = process.argv.slice(2);
const file = setFile(Number(word));
if (!/^[1-9]\d?$/.test(word)) {
  process.stderr.write('usage: npm run new:set -- <number> [--renew]\n');
  process.exitCode = 2;
} else if (existsSync(file) && renew !== '--renew') {
  process.stderr.write(`${file} is frozen; a set that a release had never changes: freeze the next one\n`);
  process.exitCode = 2;
} else {
  const scored = checks.map(({ id, level }) => ({ id, level }));
  const set = { set: Number(word), digest: digestOf(scored), checks: scored };
  writeFileSync(file, await format(JSON.stringify(set), { parser: 'json', printWidth: 120 }));
  process.stdout.write(`froze ${scored.length} checks as ${file}\n`);
}
