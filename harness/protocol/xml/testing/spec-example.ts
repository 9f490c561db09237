import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../package-root.ts';
import type { MessageType } from '../schema.ts';

/** Our own example of a message, valid under its schema. */
export function specExample(type: MessageType): Uint8Array {
  return readFileSync(path.join(packageRoot, 'captures', 'spec', `${type}.xml`));
}
