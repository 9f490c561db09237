import { createHash } from 'node:crypto';
import path from 'node:path';

/** In UTF-8 bytes; file systems allow 255. */
const mostBytes = 120;

/** Names that Windows gives to devices, whatever extension follows. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/**
 * The name of the folder for the report of this recording: the name of the file without its extension, made safe on every system. It is one
 * segment below the output folder, whatever the file is called.
 */
export function folderName(file: string): string {
  const name = path
    .basename(file, path.extname(file))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '_')
    .replace(/[. ]+$/u, '');
  if (name === '') return 'recording';
  return shortened(reserved.test(name) ? `_${name}` : name);
}

/** A digest keeps apart what differs only at the end. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > mostBytes - digest.length - 1) break;
    kept += character;
  }
  return `${kept}-${digest}`;
}
