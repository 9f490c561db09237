import { generateKeyPairSync } from 'node:crypto';
import type { Workspace } from './workspace.ts';

/** The files of a pair of keys that a test made. */
export interface KeyFiles {
  readonly privateFile: string;
  readonly publicFile: string;
}

/** Writes a new pair as `<name>.pem` (PKCS#8) and `<name>.pub.pem`. */
export async function writeKeys(workspace: Workspace, kind: 'ed25519' | 'P-256', name = 'key'): Promise<KeyFiles> {
  const { privateKey, publicKey } =
    kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
  return {
    privateFile: await workspace.write(`${name}.pem`, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    publicFile: await workspace.write(`${name}.pub.pem`, publicKey.export({ format: 'pem', type: 'spki' }).toString()),
  };
}
