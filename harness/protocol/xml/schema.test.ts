import { describe, expect, test } from 'vitest';
import { editXml } from './edit.ts';
import { detectType, messageTypes, validate, validateBody } from './schema.ts';
import type { MessageType, SchemaIssue } from './schema.ts';
import { result } from './testing/paths.ts';
import { specExample } from './testing/spec-example.ts';
import { bareTypes } from './message-type.ts';
import { parseXml } from './tree.ts';

const judge = (source: Uint8Array | string, type: MessageType): SchemaIssue[] => {
  using tree = parseXml(source);
  return validate(tree, type);
};
const payload = (source: Uint8Array | string, type: MessageType): SchemaIssue[] => {
  using tree = parseXml(source);
  return validateBody(tree, type);
};

describe.for(messageTypes)('the example of %s', (type) => {
  const example = specExample(type);

  test('is of that type and valid', () => {
    using tree = parseXml(example);
    expect(detectType(tree)).toBe(type);
    expect(validate(tree, type)).toEqual([]);
    expect(validateBody(tree, type)).toEqual([]);
  });

  test.for(messageTypes.filter((other) => other !== type))('is invalid as %s, and the issue names both', (other) => {
    const issues = judge(example, other);
    expect(issues).toHaveLength(1);
    if (bareTypes.includes(type) || bareTypes.includes(other)) return;
    expect(issues[0]?.message).toMatch(new RegExp(`a ${other} message \\(.*found a ${type} message \\(`));
    expect(payload(example, other)).toEqual(issues);
  });
});

describe('an envelope of SOAP 1.1', () => {
  const type = 'request-security-token-response-collection';
  const old = Buffer.from(
    Buffer.from(specExample(type))
      .toString()
      .replace('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/'),
  );

  test('is one issue, and its payload is none', () => {
    expect(judge(old, type).map(({ path, message }) => [path, message.slice(0, 24)])).toEqual([
      ['/s11:Envelope', 'The envelope is SOAP 1.1'],
    ]);
    expect(payload(old, type)).toEqual([]);
  });

  test('does not hide what is wrong with the payload', () => {
    const broken = editXml(old, { op: 'remove', at: '//wst:TokenType' });
    expect(judge(broken, type)).toHaveLength(2);
    expect(payload(broken, type)).toHaveLength(1);
  });
});

test('an issue is a sentence in the fixed prefixes, with line and path', () => {
  const broken = editXml(specExample('discover-response'), { op: 'set', at: `${result}/d:AuthPolicy`, to: 'Password' });
  expect(judge(broken, 'discover-response')).toEqual([
    {
      message:
        "Element 'd:AuthPolicy': [facet 'enumeration'] The value 'Password' is not an element of the set {'OnPremise', 'Federated', 'Certificate'}",
      line: 10,
      path: `${result}/d:AuthPolicy`,
    },
  ]);
});

describe('a type is detected', () => {
  test.for<[string, string, MessageType | undefined]>([
    ['in any namespace', '<Envelope><Body><Discover/></Body></Envelope>', 'discover'],
    ['in any letter case', '<envelope><body><fault/></body></envelope>', 'fault'],
    ['but not from an empty body', '<Envelope><Body/></Envelope>', undefined],
    ['also of a management session', '<SyncML/>', 'syncml'],
    ['but not from another document', '<DevInf/>', undefined],
  ])('%s', ([, source, type]) => {
    using tree = parseXml(source);
    expect(detectType(tree)).toBe(type);
  });
});
