import { describe, expect, test } from 'vitest';
import { DisposedXml } from './node.ts';
import { parseXml, XmlSyntaxError } from './tree.ts';
import { InvalidXPath } from './xpath.ts';

const discovery = `<?xml version="1.0"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Body>
    <DiscoverResponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment">
      <DiscoverResult>
        <AuthPolicy soap:role="urn:x" plain="1"> On<!-- a comment -->Premise<![CDATA[!]]> </AuthPolicy>
        <EnrollmentVersion i:nil=" true "/>
        <Extra xmlns="urn:foreign"/><Extra xmlns="urn:other"/>
      </DiscoverResult>
    </DiscoverResponse>
  </soap:Body>
</soap:Envelope>`;
const result = '/s:Envelope/s:Body/d:DiscoverResponse/d:DiscoverResult';

function syntaxErrorOf(source: Uint8Array | string): XmlSyntaxError {
  try {
    parseXml(source)[Symbol.dispose]();
  } catch (error) {
    if (error instanceof XmlSyntaxError) return error;
    throw error;
  }
  throw new Error('it was parsed');
}

describe('what is not a document', () => {
  test.for([
    ['nothing', '', 'the document is empty', 1],
    ['HTML', '<html><br></html>', 'tag mismatch', 1],
    ['a cut end', '<a>\n<b>', 'Premature end', 2],
    ['an undeclared prefix', '<a>\n<x:b/></a>', 'Namespace prefix x on b is not defined', 2],
    ['an undeclared entity', '<a>&nbsp;</a>', "Entity 'nbsp' not defined", 1],
    ['an unescaped ampersand', '<a b="x&Stores=y"/>', 'EntityRef', 1],
    ['two roots', '<a/><b/>', 'bytes follow the document', 1],
    ['elements 300 deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'nested deeper than 256 levels', 1],
  ] as const)('%s is refused with the reason and the line', ([, source, reason, line]) => {
    const error = syntaxErrorOf(source);
    expect(error.message).toContain(reason);
    expect(error.line).toBe(line);
  });

  test('bytes that are no UTF-8 are refused', () => {
    expect(syntaxErrorOf(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e)).message).toContain(
      'Invalid bytes',
    );
  });

  test.each([
    ['bytes', ' '.repeat(2 * 1024 * 1024), '2097159 bytes; at most 2097152'],
    ['elements', '<b/>'.repeat(50_000), '50002 signs "<", as tags have; at most 50000'],
    ['comments', '<!---->'.repeat(50_000), '50002 signs "<", as tags have; at most 50000'],
    ['instructions', '<?b?>'.repeat(50_000), '50002 signs "<", as tags have; at most 50000'],
    ['sections', '<![CDATA[]]>'.repeat(50_000), '50002 signs "<", as tags have; at most 50000'],
    ['attributes', '<b c="" d=""/>'.repeat(25_001), '50002 signs "=", as attributes have; at most 50000'],
  ])('too many %s are refused unread', (_, inside, says) => {
    const error = syntaxErrorOf(`<a>${inside}</a>`);
    expect(error.message).toBe(`The document has ${says} are allowed`);
    expect(error.isTooMuch).toBe(true);
  });

  test('a message of management with 10,000 elements and attributes is read', () => {
    using tree = parseXml(`<SyncML>${'<Item a=""></Item>'.repeat(9999)}</SyncML>`);
    expect(tree.root.children).toHaveLength(9999);
  });
});

describe('a DOCTYPE is refused', () => {
  const bomb = `<!DOCTYPE b [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join('')}]>`;

  test.for([
    ['plain', '<!DOCTYPE html><html/>', 1],
    ['behind a declaration and a comment', '<?xml version="1.0"?>\n<!-- <a> -->\n<!DOCTYPE a><a/>', 3],
    ['behind many comments', `${'<!-- a -->'.repeat(19_000)}\n<!DOCTYPE a><a/>`, 2],
    ['with an entity bomb', `${bomb}<b c="&a19;">&a19;</b>`, 1],
    ['with an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', 1],
  ] as const)('%s', ([, source, line]) => {
    const error = syntaxErrorOf(source);
    expect(error.message).toContain('DOCTYPE');
    expect(error.line).toBe(line);
  });

  test('in UTF-16', () => {
    expect(syntaxErrorOf(Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le')).message).toContain('DOCTYPE');
  });

  test('but not the word inside a comment or text', () => {
    using tree = parseXml('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE b>]]></a>');
    expect(tree.root.text).toBe('<!DOCTYPE b>');
  });

  test('not what stands behind comments that never end, and that in a moment', () => {
    expect(syntaxErrorOf(`${'<!-- '.repeat(19_000)}<!DOCTYPE a><a/>`).message).not.toContain('DOCTYPE');
  });
});

describe('a node', () => {
  test('is found by the fixed prefixes, whatever the message uses', () => {
    using tree = parseXml(discovery);
    expect(tree.text(`${result}/d:AuthPolicy`)).toBe(' OnPremise! ');
    expect(tree.find('s:Body')?.prefix).toBe('soap');
    expect(tree.find('//d:AuthPolicy')).toMatchObject({
      name: 'AuthPolicy',
      prefix: '',
      namespace: 'http://schemas.microsoft.com/windows/management/2012/01/enrollment',
      line: 6,
      isNil: false,
    });
  });

  test('is a place with the path in the fixed prefixes', () => {
    using tree = parseXml(discovery, { exchange: 3, part: 'provisioning-document' });
    const paths = tree.all('//d:DiscoverResult/* | //@*').map(({ path }) => path);
    expect(paths).toEqual([
      `${result}/d:AuthPolicy`,
      `${result}/d:AuthPolicy/@s:role`,
      `${result}/d:AuthPolicy/@plain`,
      `${result}/d:EnrollmentVersion`,
      `${result}/d:EnrollmentVersion/@xsi:nil`,
      `${result}/*[local-name()='Extra'][1]`,
      `${result}/*[local-name()='Extra'][2]`,
    ]);
    expect(tree.root).toMatchObject({ exchange: 3, part: 'provisioning-document', path: '/s:Envelope' });
    for (const path of paths) expect(tree.all(path).map((node) => node.path)).toEqual([path]);
  });

  test('has positions only among siblings of its name', () => {
    using tree = parseXml('<w><c/><p/><c><p/><p a="1"/></c></w>');
    expect(tree.find('//@a')?.path).toBe('/w/c[2]/p[2]/@a');
    expect(tree.find('/w/p')?.path).toBe('/w/p');
  });

  test('has a path at once among thousands of siblings', () => {
    using tree = parseXml(`<w>${'<c/><d/>'.repeat(2000)}</w>`);
    const paths = tree.all('c').map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['/w/c[1]', '/w/c[2]']);
    expect(new Set(paths).size).toBe(2000);
  });

  test('gives attributes by name and namespace, and nil', () => {
    using tree = parseXml(discovery);
    const policy = tree.find('//d:AuthPolicy');
    expect(policy?.attribute('plain')).toBe('1');
    expect(policy?.attribute('role')).toBeUndefined();
    expect(policy?.attribute('role', 'http://www.w3.org/2003/05/soap-envelope')).toBe('urn:x');
    expect(tree.find('//d:EnrollmentVersion')?.isNil).toBe(true);
  });

  test('leads to parent, children and the meaning of a prefix', () => {
    using tree = parseXml(discovery);
    const node = tree.find('//d:DiscoverResult');
    expect(node?.children.map(({ name }) => name)).toEqual(['AuthPolicy', 'EnrollmentVersion', 'Extra', 'Extra']);
    expect(node?.parent?.name).toBe('DiscoverResponse');
    expect(tree.root.parent).toBeUndefined();
    expect(node?.namespaceOf('soap')).toBe('http://www.w3.org/2003/05/soap-envelope');
    expect(node?.namespaceOf('nobody')).toBeUndefined();
    expect(tree.find('//@plain')?.line).toBe(6);
  });

  test('cannot be read once the tree is disposed of, except a path that was read before', () => {
    const tree = parseXml('<a><b/></a>');
    const [node] = tree.root.children;
    expect(node?.path).toBe('/a/b');
    tree[Symbol.dispose]();
    tree[Symbol.dispose]();
    expect(node?.path).toBe('/a/b');
    expect(() => node?.text).toThrow(DisposedXml);
    expect(() => tree.find('/a')).toThrow(DisposedXml);
  });
});

describe('an XPath of ours that is wrong is our defect', () => {
  test.for([
    ['is no XPath', '//[', 'is not a valid XPath'],
    ['uses an unknown prefix', '//soap:Envelope', 'uses a prefix that is not one of s, s11, a'],
    ['computes a number', 'count(//a)', 'must return a node set'],
    ['selects text', '//text()', 'neither an element nor an attribute'],
  ] as const)('one that %s', ([, xpath, reason]) => {
    using tree = parseXml('<a>b</a>');
    expect(() => tree.all(xpath)).toThrow(InvalidXPath);
    expect(() => tree.find(xpath)).toThrow(reason);
  });

  test('and thousands of different ones do no harm', () => {
    using tree = parseXml('<a><b/></a>');
    for (let n = 0; n < 2100; n += 1) expect(tree.find(`/a/b[${n} < 0]`)).toBeUndefined();
    expect(tree.find('/a/b')?.name).toBe('b');
  });
});

test('other encodings are read by their declaration or byte order mark', () => {
  using latin = parseXml(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1'));
  using wide = parseXml(Buffer.from('\uFEFF<a>é</a>', 'utf16le'));
  expect([latin.root.text, wide.root.text]).toEqual(['é', 'é']);
});
