import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../harness/package-root.ts';
import { suiteSources } from '../harness/app/vitest/suite-sources.ts';

// Writes suites/<phase>/<phase>.suite.ts, the vitest entry of each phase.
for (const [file, source] of await suiteSources()) writeFileSync(path.join(packageRoot, file), source);
