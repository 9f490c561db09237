import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Chain } from './chains.ts';
import { now, type Minted } from './mint.ts';

/** `openssl verify` as another judge of chains. */
interface Openssl {
  /** Whether the command is there. */
  readonly present: boolean;
  /** Where it keeps its files; whoever made it removes the folder. */
  readonly folder: string;
  /** Its verdict on a chain, for TLS clients at the instant of the tests, with what it printed. */
  readonly openssl: (chain: Chain, ...more: readonly string[]) => { readonly ok: boolean; readonly says: string };
}

/** Finds the command and makes a folder for its files. */
export function createOpenssl(): Openssl {
  const folder = mkdtempSync(path.join(tmpdir(), 'path-openssl-'));
  const file = (name: string, minted: readonly Minted[]): string => {
    const target = path.join(folder, name);
    writeFileSync(target, minted.map(({ certificate }) => certificate.pem).join(''));
    return target;
  };
  return {
    present: spawnSync('openssl', ['version']).status === 0,
    folder,
    openssl: ({ leaf, intermediates, anchors }, ...more) => {
      const { status, stderr } = spawnSync(
        'openssl',
        [
          'verify',
          ...['-x509_strict', '-partial_chain', '-no-CApath', '-no-CAstore', '-purpose', 'sslclient'],
          ...['-attime', String(now.getTime() / 1000), '-CAfile', file('anchors.pem', anchors)],
          ...['-untrusted', file('untrusted.pem', intermediates), ...more, file('leaf.pem', [leaf])],
        ],
        { encoding: 'utf8' },
      );
      return { ok: status === 0, says: stderr };
    },
  };
}
