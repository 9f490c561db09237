import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { targetSchemaPath } from './target-file.ts';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(readFileSync(targetSchemaPath, 'utf8')) as Schema;

/** Every property below, with its JSON pointer. */
function propertiesIn({ properties = {}, items, definitions = {} }: Schema, pointer = '#'): [string, Schema][] {
  return [
    ...Object.entries(properties).flatMap(([name, one]): [string, Schema][] => [
      [`${pointer}/properties/${name}`, one],
      ...propertiesIn(one, `${pointer}/properties/${name}`),
    ]),
    ...(items ? propertiesIn(items, `${pointer}/items`) : []),
    ...Object.entries(definitions).flatMap(([name, one]) => propertiesIn(one, `${pointer}/definitions/${name}`)),
  ];
}

const properties = propertiesIn(schema);
const ajv = new Ajv({ strict: false }).addSchema(schema, 'target');

test('an editor shows each property with title, description and examples, and each example is valid', () => {
  expect(properties.length).toBeGreaterThan(80);
  for (const [pointer, { title = '', description = '', examples = [] }] of properties) {
    expect([title, description], pointer).not.toContain('');
    expect(examples.length, pointer).toBeGreaterThan(0);
    const isValid = ajv.compile({ $ref: `target${pointer}` });
    for (const example of examples) expect(isValid(example), `${pointer} ${JSON.stringify(isValid.errors)}`).toBe(true);
  }
});

test('a file has one target, or several by name', () => {
  const isValid = ajv.compile({ $ref: 'target' });
  const one = { url: 'contoso.com', email: 'user@contoso.com' };
  expect(
    [one, { targets: { a: one } }, { defaults: { email: one.email }, targets: { a: { url: 'x.example' } } }].map(
      (file) => isValid(file),
    ),
  ).toEqual([true, true, true]);
  expect(
    [{ url: 'x' }, { ...one, targets: {} }, { targets: {} }, { targets: { 'a b': one } }].map((file) => isValid(file)),
  ).toEqual([false, false, false, false]);
});
