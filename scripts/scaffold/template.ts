import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../harness/package-root.ts';

/** The text of a file of `templates/`, with each `{{name}}` replaced by its value. Throws for a name that has none. */
export function template(name: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(path.join(packageRoot, 'scripts/scaffold/templates', `${name}.txt`), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`templates/${name}.txt asks for "${key}", which has no value`);
    return value;
  });
}
