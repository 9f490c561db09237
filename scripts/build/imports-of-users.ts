import path from 'node:path';
import type { Plugin } from 'rollup';
import { packageRoot } from '../../harness/package-root.ts';

/** The module that imports files of users. */
const importer = path.join(packageRoot, 'harness', 'app', 'own-checks', 'import-file.ts');

/** Keeps the import of what a user names, where every other one becomes `require()`: that loads no ES module that awaits something. */
export function importsOfUsers(): Plugin {
  return {
    name: 'imports-of-users',
    renderDynamicImport: ({ moduleId }) => (moduleId === importer ? { left: 'import(', right: ')' } : null),
  };
}
