import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../package-root.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

const folder = path.join(packageRoot, 'captures', 'spec');
const discover = path.join(folder, 'discover.xml');

describe('validate', () => {
  test('finds a message of the specification valid, and says which it is', async () => {
    const { code, out, err } = await call(['validate', discover]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${discover}: discover: valid\n`);
  });

  test('prints one JSON document', async () => {
    const { out } = await call(['validate', discover, '--json']);
    expect(JSON.parse(out)).toMatchObject({ file: discover, type: 'discover', verdict: 'valid', issues: [] });
  });

  test('judges by the type that is named', async () => {
    const { code, out } = await call(['validate', discover, '--type', 'get-policies']);
    expect(code).toBe(1);
    expect(out).toContain('get-policies: ');
  });

  test.each([
    ['', /the document is empty/],
    ['<a>', /Premature end/],
    ['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', /DOCTYPE|DTD/],
  ])('a document "%s" is not well formed', async (text, message) => {
    await using workspace = await createWorkspace();
    const { code, out, err } = await call(['validate', await workspace.write('message.xml', text)]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(message);
  });

  test('a document that is no message cannot be judged', async () => {
    await using workspace = await createWorkspace();
    const { code, out } = await call(['validate', await workspace.write('page.xml', '<html/>')]);
    expect(code).toBe(2);
    expect(out).toMatch(/unknown message type/);
  });

  test.each([
    ['no-such-file.xml', /no-such-file\.xml cannot be read/],
    [folder, /cannot be read/],
  ])('%s is no file', async (file, message) => {
    const { code, out, err } = await call(['validate', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('a type that does not exist is refused with those that do', async () => {
    const { code, err } = await call(['validate', discover, '--type', 'discovr']);
    expect(code).toBe(2);
    expect(err).toMatch(/--type: there is no "discovr"; did you mean "discover"\?/);
  });
});
