import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XmlElement, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { XmlEdit } from './xml-edit.ts';
import { sharedFolder } from '../../testing/shared-folder.ts';
import { editXml, UnusableEdit, VoidEdit } from './edit.ts';
import { detectType, validateBody } from './schema.ts';
import type { MessageType } from './schema.ts';
import { append, attribute, duplicate, nil, remove, rename, set, swap } from './testing/edits.ts';
import { attributes, policies } from './testing/paths.ts';
import { specExample } from './testing/spec-example.ts';
import { parseXml } from './tree.ts';
import { validateMessage } from './validate-message.ts';
import { selectFirst } from './xpath.ts';

const folder = path.join(sharedFolder, 'protocol', 'samples');
const filesOf = (sub: string): string[] => readdirSync(path.join(folder, sub)).filter((name) => name.endsWith('.xml'));
const read = (name: string): Uint8Array => readFileSync(path.join(folder, name));

/** Q17 of the open questions: the attestation fields that MS-MDE2 adds are admitted here and not by MS-XCEP 6.2. */
const withAttestation = ['mde2-4.2.2-getpolicies-response.xml', 'mde2-4.2.3-getpolicies-response-attestation.xml'];

/** The table of SOURCES.md: which files are well-formed, and what Microsoft's schemas say of their bodies. */
function sources(): { readonly name: string; readonly wellFormed: string; readonly schema: string }[] {
  const rows = readFileSync(path.join(folder, 'SOURCES.md'), 'utf8').matchAll(/^\|([^|]+)\|([^|]+)\|([^|]+)\|/gm);
  return [...rows].flatMap(([, cell = '', wellFormed = '', schema = '']) => {
    const pattern = cell.trim().replaceAll('1/2/3', '[123]').replaceAll('*', '.*');
    const names = filesOf('').filter((name) => new RegExp(`^(${pattern})$`).test(name));
    return names.map((name) => ({ name, wellFormed: wellFormed.trim(), schema: schema.trim() }));
  });
}

const microsoft = ['mde2-appendixA-discovery.xsd', 'xcep-6.2-enrollmentpolicy.xsd'].map((name) => {
  using document = XmlDocument.fromBuffer(read(name));
  return XsdValidator.fromDoc(document);
});

/** What Microsoft's own schemas say of the child of the Body. */
function acceptedByMicrosoft(source: Uint8Array, type: MessageType): boolean {
  using tree = parseXml(source);
  const body = selectFirst(tree.document.root, '/*/*[local-name()="Body"]/*[1]');
  const validator = microsoft[type.startsWith('discover') ? 0 : 1];
  if (!validator || !(body instanceof XmlElement)) throw new Error('nothing to validate');
  try {
    validator.validate(body);
    return true;
  } catch (error) {
    if (error instanceof XmlValidateError) return false;
    throw error;
  }
}

function acceptedByUs(source: Uint8Array, type: MessageType): boolean {
  using tree = parseXml(source);
  return validateBody(tree, type).length === 0;
}

function judgedType(source: Uint8Array): MessageType | undefined {
  if (validateMessage(source).verdict === 'not-well-formed') return undefined;
  using tree = parseXml(source);
  const type = detectType(tree);
  return type?.startsWith('discover') === true || type?.startsWith('get-policies') === true ? type : undefined;
}

describe('the published samples', () => {
  const table = sources();

  test.for(table.filter(({ wellFormed }) => /^(\*\*no\*\*|yes \(not namespace)/.test(wellFormed)))(
    '$name is not well-formed',
    ({ name }) => {
      expect(validateMessage(read(name)).verdict).toBe('not-well-formed');
    },
  );

  test.for(table.filter(({ schema }) => schema.includes('VALID')))('$name is $schema', ({ name, schema }) => {
    const source = read(name);
    const type = judgedType(source);
    expect(type).toBeDefined();
    if (type === undefined) return;
    expect(acceptedByMicrosoft(source, type)).toBe(!schema.startsWith('INVALID'));
    expect(acceptedByUs(source, type)).toBe(!schema.startsWith('INVALID') || withAttestation.includes(name));
  });

  test('every sample that both sets of schemas can judge gets one verdict, attestation apart', () => {
    const judged = filesOf('').flatMap((name) => {
      const type = judgedType(read(name));
      return type === undefined ? [] : [{ name, source: read(name), type }];
    });
    const differing = judged.filter(
      ({ source, type }) => acceptedByUs(source, type) !== acceptedByMicrosoft(source, type),
    );
    expect(judged.length).toBeGreaterThan(20);
    expect(differing.map(({ name }) => name)).toEqual(withAttestation);
  });

  test.for(withAttestation)('%s gets one verdict once the attestation fields are removed', (name) => {
    const bare = editXml(read(name), remove('//x:AttestationFailureBehavior | //x:OperationTimeout'));
    expect(acceptedByMicrosoft(bare, 'get-policies-response')).toBe(true);
    expect(acceptedByUs(bare, 'get-policies-response')).toBe(true);
  });

  test.for(['learn-fed-rstrc-response.xml', 'mde2-4.3.2-rstrc-response.xml'])(
    '%s has only the wrong envelope',
    (name) => {
      const { verdict, issues } = validateMessage(read(name));
      expect([verdict, issues.length, issues[0]?.path]).toEqual(['invalid', 1, '/s11:Envelope']);
    },
  );

  test.for(filesOf('').filter((name) => /rst-request|renewal-request|provisioning-doc/.test(name)))(
    '%s is valid unless it is ill-formed',
    (name) => {
      expect(validateMessage(read(name)).verdict).toMatch(/^(valid|not-well-formed)$/);
    },
  );

  test.for(filesOf('').filter((name) => /2\.2\.10-fault|seed-fault/.test(name)))(
    '%s is a fault in the wrong letter case',
    (name) => {
      expect(validateMessage(read(name))).toMatchObject({ type: 'fault', verdict: 'invalid' });
    },
  );
});

describe('the known-good specimens', () => {
  test.for(filesOf('known-good').filter((name) => !name.startsWith('syncml')))('%s is valid', (name) => {
    expect(validateMessage(read(path.join('known-good', name)))).toMatchObject({ verdict: 'valid', issues: [] });
  });
});

const departures: readonly XmlEdit[] = [
  ...['d:AuthPolicy', 'd:EnrollmentServiceUrl', 'd:EnrollmentVersion', 'd:DeviceType', 'x:policyID', 'x:cAs', 'x:oIDs']
    .concat(['x:policies', 'x:commonName', 'x:permission', 'x:revision', 'x:extensions', 'x:provider', 'x:group'])
    .concat(['x:client', 'x:lastUpdate', 'x:requestFilter', 'd:OSEdition', 'd:AuthPolicies', 'x:policy', 'x:oID'])
    .flatMap((name) => [
      remove(`//${name}`),
      duplicate(`//${name}`),
      swap(`//${name}`),
      set(`//${name}`, ''),
      set(`//${name}`, ' 4 '),
      rename(`//${name}`, 'other'),
      rename(`//${name}`, `{urn:x}${name.slice(2)}`),
      attribute(`//${name}`, nil, 'true'),
      attribute(`//${name}`, 'extra', '1'),
      append(`//${name}`, '<extra/>'),
    ]),
  append(attributes, '<attestation><operationTimeout xsi:nil="true">1</operationTimeout></attestation>'),
  append(policies, '<more/>'),
  append('//x:response', '<x:commonName/>'),
];

describe('our schemas and Microsoft’s, on examples with one departure each', () => {
  test.for<MessageType>(['discover', 'discover-response', 'get-policies', 'get-policies-response'])('%s', (type) => {
    const example = specExample(type);
    const applicable = departures.filter((edit) => {
      using tree = parseXml(example);
      return tree.find(edit.at) !== undefined;
    });
    const verdicts = applicable.flatMap((edit) => {
      try {
        const source = editXml(example, edit);
        return [{ edit, ours: acceptedByUs(source, type), microsoft: acceptedByMicrosoft(source, type) }];
      } catch (error) {
        if (error instanceof VoidEdit || error instanceof UnusableEdit) return [];
        throw error;
      }
    });
    expect(verdicts.length).toBeGreaterThan(20);
    expect(new Set(verdicts.map(({ ours }) => ours)).size).toBe(2);
    expect(verdicts.filter(({ ours, microsoft: theirs }) => ours !== theirs)).toEqual([]);
  });

  test.for([
    ['minorRevision', [set('//x:minorRevision', ''), attribute('//x:minorRevision', nil, 'true')]],
    [
      'critical',
      [
        remove('//x:extensions/@xsi:nil'),
        append(
          '//x:extensions',
          '<extension><oIDReference>0</oIDReference><critical xsi:nil="true"/><value xsi:nil="true"/></extension>',
        ),
      ],
    ],
    [
      'renewalOnly',
      [
        remove(`${policies}/x:cAs/@xsi:nil`),
        append(
          `${policies}/x:cAs`,
          '<cA><uris><cAURI><clientAuthentication>4</clientAuthentication><uri>urn:x</uri><priority xsi:nil="true"/><renewalOnly xsi:nil="true"/></cAURI></uris><certificate>AA==</certificate><enrollPermission>true</enrollPermission><cAReferenceID>0</cAReferenceID></cA>',
        ),
      ],
    ],
  ] as const)('nil %s is the deliberate difference', ([, edits]) => {
    const source = edits.reduce<Uint8Array>(editXml, specExample('get-policies-response'));
    expect(acceptedByUs(source, 'get-policies-response')).toBe(true);
    expect(acceptedByMicrosoft(source, 'get-policies-response')).toBe(false);
  });
});
