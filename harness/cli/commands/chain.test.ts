import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { chainOf, type ChainWish } from '../../pki/testing/chains.ts';
import { extendedKeyUsage, named, purposes, subjectAltName } from '../../pki/testing/extension-writer.ts';
import { mintRoot, type Minted } from '../../pki/testing/mint.ts';
import { call, type Called } from '../testing/io.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';

const at = ['--at', '2026-03-01T12:00:00Z'];
const pemOf = (...minted: readonly Minted[]): string => minted.map(({ certificate }) => certificate.pem).join('');

interface Files {
  readonly leaf: string;
  readonly trust: string;
  readonly intermediates: string;
}

/** The files of a chain of three. */
async function filesOf(workspace: Workspace, wish: ChainWish = {}): Promise<Files> {
  const { leaf, intermediates, anchors } = chainOf(wish);
  return {
    leaf: await workspace.write('leaf.pem', pemOf(leaf)),
    trust: await workspace.write('trust.pem', pemOf(...anchors)),
    intermediates: await workspace.write('intermediates.pem', pemOf(...intermediates)),
  };
}

const callOn = ({ leaf, trust, intermediates }: Files, ...more: readonly string[]): Promise<Called> =>
  call(['chain', leaf, '--trust', trust, '--intermediates', intermediates, ...at, ...more]);

interface Printed {
  readonly valid: boolean;
  readonly findings: readonly { readonly rule: string }[];
}

async function rulesOn(files: Files, ...more: readonly string[]): Promise<{ code: number; rules: string[] }> {
  const { code, out } = await callOn(files, '--json', ...more);
  const { valid, findings } = JSON.parse(out) as Printed;
  expect(valid).toBe(code === 0);
  return { code, rules: findings.map(({ rule }) => rule) };
}

describe('chain', () => {
  test('prints a valid path and ends with 0', async () => {
    await using workspace = await createWorkspace();
    const files = await filesOf(workspace);
    const { code, out, err } = await callOn(files);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${files.leaf}: valid\n  path  CN=device.example.com\n     <- CN=Intermediate\n     <- CN=Root\n`);
  });

  test('prints what is wrong, with certificate, field and rule, and ends with 1', async () => {
    await using workspace = await createWorkspace();
    const files = await filesOf(workspace, { intermediate: { serial: 10n, until: new Date('2026-01-01T00:00:00Z') } });
    const { code, out } = await callOn(files);
    expect(code).toBe(1);
    expect(out).toContain(`${files.leaf}: not valid\n`);
    expect(out).toContain(
      [
        '  error  "CN=Intermediate" expired on 2026-01-01T00:00:00.000Z',
        '    rule   validity (RFC 5280 section 6.1.3), stops a device',
        '    where  intermediate "CN=Intermediate", serial number a, tbsCertificate.validity.notAfter',
        '',
      ].join('\n'),
    );
  });

  test('prints one JSON document', async () => {
    await using workspace = await createWorkspace();
    const files = await filesOf(workspace);
    const { code, out } = await callOn(files, '--json', '--purpose', 'client');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      file: files.leaf,
      valid: true,
      at: '2026-03-01T12:00:00.000Z',
      purpose: 'client',
      findings: [],
      path: [
        { subject: 'CN=device.example.com', trusted: false },
        { subject: 'CN=Intermediate', trusted: false },
        { subject: 'CN=Root', trusted: true },
      ],
    });
  });

  test('asks for purpose, names and depth where that is wanted, and only there', async () => {
    await using workspace = await createWorkspace();
    const names = subjectAltName(named.dns('a.example'), named.ip(192, 0, 2, 1), named.email('me@example.com'));
    const files = await filesOf(workspace, { leaf: { with: [names, extendedKeyUsage(purposes.server)] } });
    const good = ['--name', 'dns:a.example', '--name', 'ip:192.0.2.1', '--name', 'email:me@example.com'];
    expect(await rulesOn(files)).toEqual({ code: 0, rules: [] });
    expect(await rulesOn(files, '--purpose', 'server', ...good, '--max-depth', '1')).toEqual({ code: 0, rules: [] });
    expect(await rulesOn(files, '--purpose', 'client')).toEqual({ code: 1, rules: ['purpose'] });
    expect(await rulesOn(files, ...good, '--name', 'dns:b.example')).toEqual({ code: 1, rules: ['peer-name'] });
    expect(await rulesOn(files, '--max-depth', '0')).toEqual({ code: 1, rules: ['max-depth'] });
  });

  test.each([
    ['2026-03-01', 0],
    ['2026-03-01T13:00:00+01:00', 0],
    ['2026-03-01T12:00', 0],
    ['2027-03-01T12:00:00.500Z', 0],
    ['2027-03-01T12:00:01Z', 1],
    ['2020-01-01', 1],
  ])('judges at %s', async (word, code) => {
    await using workspace = await createWorkspace();
    const { leaf, trust, intermediates } = await filesOf(workspace);
    const called = await call(['chain', leaf, '--trust', trust, '--intermediates', intermediates, '--at', word]);
    expect(called.code).toBe(code);
  });

  test('reads DER, and takes what follows the leaf in its file for intermediates', async () => {
    await using workspace = await createWorkspace();
    const { leaf, intermediates, anchors } = chainOf();
    const [root] = anchors;
    const bundle = await workspace.write('bundle.pem', `Bag attributes\n${pemOf(leaf, ...intermediates)}`);
    await writeFile(workspace.at('root.der'), root?.certificate.der ?? '');
    const { code, err } = await call(['chain', bundle, '--trust', workspace.at('root.der'), ...at]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

/** A provisioning document that delivers these certificates. */
function documentOf(stores: Readonly<Record<string, readonly Minted[]>>): string {
  const characteristic = (type: string, ...inner: readonly string[]): string =>
    `<characteristic type="${type}">${inner.join('')}</characteristic>`;
  const placed = Object.entries(stores).map(([store, minted]) =>
    characteristic(
      store,
      characteristic(
        'System',
        ...minted.map(({ certificate: { sha1, der } }) =>
          characteristic(sha1, `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`),
        ),
      ),
    ),
  );
  return `<wap-provisioningdoc version="1.1">${characteristic('CertificateStore', ...placed)}</wap-provisioningdoc>`;
}

describe('chain on a provisioning document', () => {
  const { leaf, intermediates, anchors } = chainOf();
  const whole = documentOf({ Root: anchors, CA: intermediates, My: [leaf] });

  test.each([
    ['', whole],
    [' with a byte order mark', `\ufeff${whole}`],
    [' with an XML declaration', `<?xml version="1.0"?>\n${whole}`],
  ])('takes trust, intermediates and leaf from it%s, for a client', async (_, text) => {
    await using workspace = await createWorkspace();
    const { code, out, err } = await call(['chain', await workspace.write('wap.xml', text), ...at, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ valid: true, purpose: 'client', findings: [], path: [{}, {}, {}] });
  });

  test('takes trust from --trust alone, and intermediates from both', async () => {
    await using workspace = await createWorkspace();
    const document = await workspace.write('wap.xml', whole);
    const other = await workspace.write('other.pem', pemOf(mintRoot({ subject: 'CN=Other' })));
    const root = await workspace.write('root.pem', pemOf(...anchors));
    const bare = await workspace.write('bare.xml', documentOf({ My: [leaf] }));
    const between = await workspace.write('between.pem', pemOf(...intermediates));
    const codeOf = async (...args: readonly string[]) => (await call(['chain', ...args, ...at])).code;
    expect(await codeOf(document, '--trust', other)).toBe(1);
    expect(await codeOf(document, '--trust', root)).toBe(0);
    expect(await codeOf(bare, '--trust', root, '--intermediates', between)).toBe(0);
    expect(await codeOf(bare)).toBe(1);
  });

  test('a certificate for servers is none for a device', async () => {
    await using workspace = await createWorkspace();
    const chain = chainOf({ leaf: { with: [extendedKeyUsage(purposes.server)] } });
    const text = documentOf({ Root: chain.anchors, CA: chain.intermediates, My: [chain.leaf] });
    const document = await workspace.write('wap.xml', text);
    expect((await call(['chain', document, ...at])).code).toBe(1);
    expect((await call(['chain', document, ...at, '--purpose', 'server'])).code).toBe(0);
  });

  test.each([
    ['<html/>', 'the document is a html, no wap-provisioningdoc'],
    ['<wap-provisioningdoc>', 'the provisioning document cannot be read'],
    [documentOf({ Root: anchors }), 'the document holds 0 client certificates'],
    [documentOf({ My: [leaf, chainOf().leaf] }), 'the document holds 2 client certificates'],
    [whole.replace('value="', 'value="!'), 'EncodedCertificate is not base64'],
    [whole.replace(/value="[^"]*"/, 'value="AAAA"'), 'EncodedCertificate is no certificate'],
  ])('says what cannot be used: %.30s', async (text, message) => {
    await using workspace = await createWorkspace();
    const document = await workspace.write('wap.xml', text);
    const { code, out, err } = await call(['chain', document, ...at]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${document}: ${message}`);
    expect(err).not.toContain('defect of the suite');
  });
});

describe('chain refuses with what is allowed', () => {
  const { leaf, anchors } = chainOf();
  const pem = pemOf(leaf);

  test.each([
    ['a file that is not there', [], undefined, 'there is no such file'],
    ['no certificate', [], 'hello', 'holds no certificate; expected PEM ("-----BEGIN CERTIFICATE-----") or DER'],
    ['a key', [], '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', 'or DER, found PRIVATE KEY'],
    ['an empty file', [], '', 'holds no certificate'],
    ['half a block', [], pem.slice(0, -30), 'certificate 1 (line 1) has no "-----END CERTIFICATE-----"'],
    [
      'half a block before a whole one',
      [],
      `\n${pem.slice(0, 200)}\n${pem}`,
      'certificate 1 (line 2) has no "-----END',
    ],
    ['what is not base64', [], pem.replace('MII', '#II'), 'certificate 1 (line 1) is not base64'],
    [
      'base64 of something else',
      [],
      pem.replace(/\n[^-]*\n-/, '\nAAAA\n-'),
      'cannot be read: not an X.509 certificate',
    ],
    ['DER of something else', [], '0\u0003\u0002\u0001\u0005', 'cannot be read: not an X.509 certificate'],
    ['no trust', undefined, pem, '--trust is missing'],
    ['a name without a kind', ['--name', 'a.example'], pem, '--name: "a.example" is not allowed; write dns:<host>'],
    ['a name that is none', ['--name', 'ip:1.2.3'], pem, '"ip:" wants an IPv4 or IPv6 address'],
    ['a depth', ['--max-depth', 'x'], pem, '--max-depth: "x" is not allowed; give a number of intermediates'],
    ['an instant', ['--at', 'now'], pem, '--at: "now" is no instant; write it as 2026-03-01T12:00:00Z'],
    ['a day that is none', ['--at', '2026-02-30'], pem, '--at: "2026-02-30" is no instant'],
    ['a purpose', ['--purpose', 'both'], pem, 'Allowed choices are client, server'],
  ] as const)('%s', async (_, options, content, message) => {
    await using workspace = await createWorkspace();
    const file = workspace.at('leaf.pem');
    if (content !== undefined) await workspace.write('leaf.pem', content);
    const trust = options ? ['--trust', await workspace.write('trust.pem', pemOf(...anchors)), ...options] : [];
    const { code, out, err } = await call(['chain', file, ...trust]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('defect of the suite');
  });

  test.each(['--trust', '--intermediates'])('a file of %s, by its name', async (option) => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('leaf.pem', pem);
    const trust = ['--trust', await workspace.write('trust.pem', pemOf(...anchors))];
    const bad = await workspace.write('bad.pem', `${pem}${pem.replace(/\n[^-]{60}/, '\n')}`);
    const { code, err } = await call(['chain', file, ...trust, option, bad]);
    expect(code).toBe(2);
    expect(err).toContain(`${bad}, certificate 2 (line ${pem.split('\n').length}) `);
  });
});
