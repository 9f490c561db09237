import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSourceDigests, digestsBelow } from './source-digests.ts';

const none = { imports: [] };
const graph = {
  'a.ts': { imports: [{ path: 'shared.ts' }, { path: 'node:fs', external: true }] },
  'b.ts': none,
  'shared.ts': { imports: [{ path: 'deep.ts' }] },
  'deep.ts': { imports: [{ path: 'a.ts' }] },
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'source-digests-'));
  for (const file of Object.keys(graph)) writeFileSync(path.join(root, file), file);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const digestsOf = (surroundings = ''): Record<'a' | 'b' | 'both', string> => {
  const digestOf = createSourceDigests(root, graph, surroundings);
  return { a: digestOf('a.ts'), b: digestOf('b.ts'), both: digestOf('a.ts', 'b.ts') };
};

describe('the digest of a file', () => {
  test('is the same while nothing changes', () => {
    expect(digestsOf()).toEqual(digestsOf());
  });

  test.for(['a.ts', 'shared.ts', 'deep.ts'])(
    'changes with %s, which it is or imports, and that of others does not',
    (file) => {
      const before = digestsOf();
      writeFileSync(path.join(root, file), 'changed');
      const after = digestsOf();
      expect(after.a).not.toBe(before.a);
      expect(after.both).not.toBe(before.both);
      expect(after.b).toBe(before.b);
    },
  );

  test('changes with its surroundings', () => {
    expect(digestsOf('another Node').b).not.toBe(digestsOf().b);
  });

  test('is refused where the file is unknown', () => {
    expect(() => createSourceDigests(root, graph, '')('c.ts')).toThrow('c.ts is no source of the prover');
  });
});

test('files below folders are named from the root', () => {
  mkdirSync(path.join(root, 'x/y'), { recursive: true });
  writeFileSync(path.join(root, 'x/y/z.xsd'), 'z');
  const digests = digestsBelow(root, ['x']);
  expect(digests.map(([file]) => file)).toEqual(['x/y/z.xsd']);
});
