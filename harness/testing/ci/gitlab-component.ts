import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { packageRoot } from '../../package-root.ts';

interface Input {
  readonly description: string;
  readonly default?: string;
  readonly options?: readonly string[];
  readonly regex?: string;
}

export interface GitlabJob {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports: Readonly<Record<string, string>>;
  };
}

/** The inputs of the component, and its text with them in their places. Throws for an input that GitLab would refuse. */
export async function gitlabComponent(
  given: Readonly<Record<string, string>>,
): Promise<{ readonly inputs: Readonly<Record<string, Input>>; readonly jobs: Readonly<Record<string, GitlabJob>> }> {
  const text = await readFile(path.join(packageRoot, 'templates', 'enrollment-conformance.yml'), 'utf8');
  const [header, ...others] = documents(text);
  const { inputs } = (header as { readonly spec: { readonly inputs: Readonly<Record<string, Input>> } }).spec;
  if (others.length !== 1) throw new TypeError(`A component has two documents, and this has ${others.length + 1}.`);
  for (const name of Object.keys(given)) if (!inputs[name]) throw new TypeError(`There is no input "${name}".`);
  const filled = text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/gu, (_, name: string) => valueOf(name, inputs, given));
  return { inputs, jobs: documents(filled)[1] as Readonly<Record<string, GitlabJob>> };
}

function valueOf(
  name: string,
  inputs: Readonly<Record<string, Input>>,
  given: Readonly<Record<string, string>>,
): string {
  const input = inputs[name];
  if (!input) throw new TypeError(`The component reads the input "${name}", which it does not declare.`);
  const value = given[name] ?? input.default;
  if (value === undefined) throw new TypeError(`The input "${name}" is missing.`);
  if (input.options && !input.options.includes(value)) throw new TypeError(`"${name}" must not be "${value}".`);
  if (input.regex !== undefined && !new RegExp(input.regex, 'u').test(value))
    throw new TypeError(`"${name}" must not be "${value}".`);
  return value;
}

function documents(text: string): readonly unknown[] {
  const parsed = parseAllDocuments(text);
  if (!Array.isArray(parsed)) throw new TypeError('The component is empty.');
  return parsed.map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS() as unknown;
  });
}
