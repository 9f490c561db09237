import path from 'node:path';
import { packageRoot } from '../harness/package-root.ts';
import { buildPackage } from './build/build-package.ts';

// Writes dist/, which `npx mde-conformance` runs and the package carries, or the folder that is named.
await buildPackage(path.resolve(packageRoot, process.argv[2] ?? 'dist'));
