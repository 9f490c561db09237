import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../harness/package-root.ts';
import { requirement } from '../../suites/requirements/catalogue.ts';
import type { Phase } from '../../suites/requirements/requirement.ts';
import { needs } from './need.ts';
import type { Need } from './need.ts';
import { scaffoldCheck } from './scaffold-check.ts';

/** What an author writes in place of the angle brackets, so that the check proves itself on the reference server. */
const fillings: Readonly<Record<Need, readonly [phase: Phase, Readonly<Record<string, string>>]>> = {
  xml: ['discovery', { XPath: '//d:AuthPolicy', 'wrong value': 'Password' }],
  header: ['transport', { 'Field-Name': 'Content-Type', 'wrong value': 'text/xml' }],
  provisioning: ['provisioning', { NAME: 'PROVIDER-ID', 'wrong value': 'Contoso' }],
  certificate: ['certificates', { 'wrong subject': 'CN=nobody' }],
  fault: ['faults', { 'XPath in the fault': '//s:Text', 'wrong value': 'No' }],
  refusal: [
    'discovery',
    { 'a name that harness/engine/evidence/request-deviations.ts reads from a request': 'email-missing' },
  ],
  tolerance: [
    'discovery',
    {
      'the id of the scenario that sends the variants, or the name that it gives them': 'email-addresses',
      'text that only requests of this variant hold': '+device@',
    },
  ],
  renewal: ['renewal', { 'XPath in the provisioning document': '/wap-provisioningdoc/@version', 'wrong value': '9.9' }],
};

const placeholder = /<(\w[^<>]*)>/g;
const suites = path.join(packageRoot, 'suites');
const folder = mkdtempSync(path.join(tmpdir(), 'scaffold-'));

/** The files that a check of each sort writes, one after the other. */
function scaffolds(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const read = (file: string): string => files.get(file) ?? readFileSync(path.join(suites, file), 'utf8');
  for (const need of needs) {
    const [phase] = fillings[need];
    const row = { ...requirement('DISC-02'), rule: `The server's ${need} has no \\ in it` };
    const [index, registry] = [read(`${phase}/index.ts`), read('index.ts')];
    const written = scaffoldCheck({ phase, name: need, need, requirement: row, index, registry });
    for (const [file, text] of Object.entries(written)) files.set(file, text);
  }
  return files;
}

/** Puts these files into a tree that is otherwise the project's. */
async function plant(tree: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  mkdirSync(path.join(tree, 'suites'), { recursive: true });
  writeFileSync(path.join(tree, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(packageRoot, 'harness'), path.join(tree, 'harness'));
  for (const phase of new Set([...files.keys()].map((file) => path.dirname(file)))) {
    mkdirSync(path.join(tree, 'suites', phase));
    for (const name of readdirSync(path.join(suites, phase))) {
      if (name !== 'index.ts') symlinkSync(path.join(suites, phase, name), path.join(tree, 'suites', phase, name));
    }
  }
  const style = await resolveConfig(path.join(suites, 'index.ts'));
  const places: string[] = [];
  for (const [file, text] of files) {
    const place = path.join(tree, 'suites', file);
    writeFileSync(place, await format(text, { ...style, filepath: place }));
    places.push(place);
  }
  return places;
}

/** A file of a check with its angle brackets filled in; an index has none. */
function fill(file: string, text: string): string {
  const need = needs.find((known) => path.basename(file).startsWith(`${known}.`));
  const fitting = need === undefined ? {} : fillings[need][1];
  return text.replace(placeholder, (_, words: string) => fitting[words] ?? words);
}

/** What the compiler says of these files alone; those that they import are held against it by `npm run typecheck`. */
function typeErrors(files: readonly string[]): readonly string[] {
  const config: unknown = ts.readConfigFile(path.join(packageRoot, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  ).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot);
  const program = ts.createProgram(files, options);
  return files
    .map((file) => program.getSourceFile(file))
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ messageText, file }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = scaffolds();
const raw = await plant(path.join(folder, 'raw'), files);
const filled = await plant(
  path.join(folder, 'filled'),
  new Map([...files].map(([file, text]) => [file, fill(file, text)])),
);

describe('a new check', () => {
  it('compiles for every sort of need, angle brackets and all', () => {
    expect(typeErrors(raw.filter((file) => !file.endsWith('index.ts')))).toEqual([]);
  });

  it('says in angle brackets what its author has to write', () => {
    for (const need of needs) {
      const [phase] = fillings[need];
      expect(files.get(`${phase}/${need}.ts`)).toMatch(placeholder);
    }
  });
});

// With the angle brackets filled in, the test of each sort passes: nothing else keeps it from it.
for (const file of filled.filter((name) => name.endsWith('.test.ts'))) await import(file);
