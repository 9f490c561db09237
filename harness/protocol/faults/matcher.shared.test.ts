import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../testing/shared-folder.ts';
import { parseXml } from '../xml/tree.ts';
import { matchFault } from './matcher.ts';
import type { Fault } from './matcher.ts';

const samples = path.join(sharedFolder, 'protocol', 'samples');

describe('the published samples', () => {
  for (const [file, form, hresult] of [
    ['seed-fault-authorization.xml', 'lower-case', 0x80180003],
    ['seed-fault-devicecapreached.xml', 'lower-case', 0x80180013],
    ['mde2-2.2.10-fault-authorization.xml', 'lower-case', 0x80180003],
    ['mde2-2.2.10-fault-devicecapreached.xml', 'lower-case', 0x80180013],
    ['wstep-4.1.4.2-fault.xml', 'soap-1.2', 0x80180006],
    ['dvre-4.1.3-fault.xml', 'soap-1.2', undefined],
  ] as const) {
    test(file, () => {
      // One document wraps its URIs over two lines and has an unescaped placeholder.
      const seen = read(readFileSync(path.join(samples, file), 'utf8').replaceAll('/\n', '/').replaceAll(/<<|>>/g, ''));
      expect({ form: seen?.form, hresult: seen?.hresult }).toEqual({ form, hresult });
    });
  }

  test('known-good/fault.xml needs no tolerance', () => {
    expect(read(readFileSync(path.join(samples, 'known-good/fault.xml'), 'utf8'))).toEqual({
      form: 'soap-1.2',
      hresult: 0x80180013,
      tolerances: [],
    });
  });
});

interface Seen {
  readonly form: Fault['form'];
  readonly hresult: number | undefined;
  readonly tolerances: Fault['tolerances'];
}

function read(text: string): Seen | undefined {
  using tree = parseXml(text);
  const seen = matchFault(tree);
  return seen && { form: seen.form, hresult: seen.hresult, tolerances: seen.tolerances };
}
