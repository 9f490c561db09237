import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { chainOf, type ChainWish } from '../../../protocol/pki/testing/chains.ts';
import { extendedKeyUsage, named, purposes, subjectAltName } from '../../../protocol/pki/testing/extension-writer.ts';
import { freshKey, mintRoot } from '../../../protocol/pki/testing/mint.ts';
import { documentOf, pemOf } from '../testing/chain-files.ts';
import { call, type Called } from '../testing/io.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';

const at = ['--at', '2026-03-01T12:00:00Z'];

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
  readonly warnings: readonly { readonly rule: string }[];
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
    expect(out).toBe(
      `${files.leaf}: valid\n  path  CN=device.example.com\n     <- CN=Intermediate\n     <- CN=Root\n  for   TLS client authentication, since --purpose was left out\n`,
    );
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
      warnings: [],
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
    expect((await rulesOn(files, '--name', 'dns:a_b.example')).code).toBe(1);
    expect(await rulesOn(files, '--max-depth', '0')).toEqual({ code: 1, rules: ['max-depth'] });
  });

  test('judges a leaf that is for TLS clients as such, and says where no purpose was judged', async () => {
    await using workspace = await createWorkspace();
    const forServers = { with: [extendedKeyUsage(purposes.server)] };
    const both = await filesOf(workspace, { intermediate: forServers });
    expect(await rulesOn(both)).toEqual({ code: 1, rules: ['purpose'] });
    expect(await rulesOn(both, '--purpose', 'server')).toEqual({ code: 0, rules: [] });
    expect((await callOn(both, '--purpose', 'server')).out).toContain('  for   TLS server authentication\n');
    const servers = await filesOf(workspace, { leaf: forServers });
    const { code, out } = await callOn(servers);
    expect(code).toBe(0);
    expect(out).toContain('  for   no purpose; --purpose client or --purpose server judges one\n');
    expect(out).toContain('  warning  No purpose was judged: nobody asked for one,');
    const { warnings, ...more } = JSON.parse((await callOn(servers, '--json')).out) as Printed;
    expect(more).toMatchObject({ valid: true, findings: [] });
    expect(more).not.toHaveProperty('purpose');
    expect(warnings).toMatchObject([{ rule: 'purpose-not-judged', level: 'warning', certificate: { role: 'leaf' } }]);
  });

  test('prints warnings beside findings, and stays at 0 for them', async () => {
    await using workspace = await createWorkspace();
    const files = await filesOf(workspace, { leaf: { key: freshKey('P-192') } });
    const { code, out } = await callOn(files);
    expect(code).toBe(0);
    expect(out).toContain(
      [
        `${files.leaf}: valid`,
        '  path  CN=device.example.com',
        '     <- CN=Intermediate',
        '     <- CN=Root',
        '  for   TLS client authentication, since --purpose was left out',
        '',
        '  warning  "CN=device.example.com" has a key on a curve of 192 bits; 112 bits of security need 224',
        '    rule   key-strength (NIST SP 800-57 Part 1 section 5.6.1)',
      ].join('\n'),
    );
    const { findings, warnings } = JSON.parse((await callOn(files, '--json')).out) as Printed;
    expect({ findings, warnings }).toMatchObject({ findings: [], warnings: [{ rule: 'key-strength' }] });
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
    const empty = await workspace.write('empty.pem', '\n');
    const trust = workspace.at('root.der');
    expect((await call(['chain', bundle, '--trust', trust, '--intermediates', empty, ...at])).code).toBe(0);
  });
});

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
    ['<html/>', 'the document is a html, not a wap-provisioningdoc'],
    ['<wap-provisioningdoc>', 'the provisioning document cannot be read'],
    [documentOf({ Root: anchors }), 'the document holds 0 client certificates'],
    [documentOf({ My: [leaf, chainOf().leaf] }), 'the document holds 2 client certificates'],
    [whole.replace('value="', 'value="!'), 'EncodedCertificate is not base64'],
    [whole.replace(/value="[^"]*"/, 'value="AAAA"'), 'EncodedCertificate is not a certificate'],
  ])('says what cannot be used: %.30s', async (text, message) => {
    await using workspace = await createWorkspace();
    const document = await workspace.write('wap.xml', text);
    const { code, out, err } = await call(['chain', document, ...at]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${document}: ${message}`);
    expect(err).not.toContain('internal error');
  });
});
