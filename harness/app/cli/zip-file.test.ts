import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipArchive } from '../../testing/zip-archive.ts';
import { isZip, readZip, type ZipLimits } from './zip-file.ts';

const limits: ZipLimits = { entries: 4, entryBytes: 8 * 1024 * 1024, totalBytes: 9 * 1024 * 1024, ratio: 100 };

const problem = async (bytes: Uint8Array, over: Partial<ZipLimits> = {}): Promise<string> => {
  try {
    await readZip(bytes, { ...limits, ...over });
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
  return 'none';
};

/** Sets a number of the one entry of an archive, in its directory and before its data. */
function patched(archive: Buffer, field: { readonly central: number; readonly local: number }, value: number): Buffer {
  const bytes = Buffer.from(archive);
  bytes.writeUInt16LE(value, bytes.indexOf('504b0102', 0, 'hex') + field.central);
  bytes.writeUInt16LE(value, field.local);
  return bytes;
}

const flags = { central: 8, local: 6 };
const method = { central: 10, local: 8 };

test('the files of an archive are read in their order, whatever is in them', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  const archive = await zipArchive({ 'raw/1_c.txt': all, 'b\u00e4.txt': 'x'.repeat(1000), empty: '' });
  expect(isZip(archive)).toBe(true);
  const files = await readZip(archive, limits);
  expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['raw/1_c.txt', 256],
    ['b\u00e4.txt', 1000],
    ['empty', 0],
  ]);
  expect(Buffer.from(files[0]?.bytes ?? []).equals(all)).toBe(true);
});

test('only what is wanted is read, and limited', async () => {
  const archive = await zipArchive({ a: 'x'.repeat(100), b: 'y' });
  const files = await readZip(archive, { ...limits, totalBytes: 10, wanted: (name) => name === 'b' });
  expect(files.map(({ name }) => name)).toEqual(['b']);
});

describe('an archive is refused with the file and the limit', () => {
  const cases: readonly (readonly [
    what: string,
    says: RegExp,
    archive: () => Promise<Buffer>,
    over?: Partial<ZipLimits>,
  ])[] = [
    [
      'too many files',
      /^UsageError: holds 5 files; at most 4 are read$/,
      () => zipArchive({ a: '', b: '', c: '', d: '', e: '' }),
    ],
    [
      'a file that is too large',
      /holds a of 11 bytes; at most 10 are read/,
      () => zipArchive({ a: 'x'.repeat(11) }),
      { entryBytes: 10 },
    ],
    [
      'files that are too large together',
      /holds more than 10 bytes/,
      () => zipArchive({ a: '123456', b: '123456' }),
      { totalBytes: 10 },
    ],
    [
      'a bomb',
      /packs 4194304 bytes of a into \d+; at most 100 times as many are unpacked/,
      () => zipArchive({ a: Buffer.alloc(4 * 1024 * 1024) }),
    ],
    [
      'a name that leads out of it',
      /is no whole zip archive: invalid relative path: \.\.\/\.\.\/x/,
      () => renamed('aa/bb/x', '../../x'),
    ],
    ['an absolute name', /is no whole zip archive: absolute path: \/aaaaaa/, () => renamed('aaaaaaa', '/aaaaaa')],
    [
      'a password',
      /is encrypted: a needs a password; ask for another$/,
      async () => patched(await zipArchive({ a: 'secret' }), flags, 0x0809),
      { unlock: 'ask for another' },
    ],
    [
      'a password of AES',
      /is encrypted: a needs a password$/,
      async () => patched(patched(await zipArchive({ a: 'secret' }), method, 99), flags, 0x0809),
    ],
    [
      'another packing',
      /packs a by method 14; read are 0 \(stored\) and 8 \(deflated\)/,
      async () => patched(await zipArchive({ a: 'xxxxxxx' }), method, 14),
    ],
    [
      'a cut end',
      /is no whole zip archive: End of central directory/,
      async () => (await zipArchive({ a: 'x'.repeat(1000) })).subarray(0, 60),
    ],
    ['data that is no longer what it was', /is no whole zip archive: a: /, damagedData],
    ['a size that is a lie', /is no whole zip archive: a: too many bytes/, lyingSize],
  ];
  test.for(cases)('%s', async ([, says, archive, over]) => {
    expect(await problem(await archive(), over)).toMatch(says);
  });
});

async function renamed(from: string, to: string): Promise<Buffer> {
  const archive = await zipArchive({ [from]: 'x' });
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

async function damagedData(): Promise<Buffer> {
  const archive = Buffer.from(await zipArchive({ a: 'some text, which is packed' }));
  archive.fill(0xff, 31, 40);
  return archive;
}

/** The directory says 3 bytes, and there are a million. */
async function lyingSize(): Promise<Buffer> {
  const content = Buffer.alloc(1_000_000);
  const archive = Buffer.from(await zipArchive({ a: content }));
  expect(deflateRawSync(content).length).toBeLessThan(10_000);
  archive.writeUInt32LE(3, archive.indexOf('504b0102', 0, 'hex') + 24);
  return archive;
}
