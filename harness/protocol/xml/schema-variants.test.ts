import { describe, expect, test } from 'vitest';
import type { XmlEdit } from './xml-edit.ts';
import { editXml } from './edit.ts';
import { validate } from './schema.ts';
import type { MessageType } from './schema.ts';
import { append, attribute, duplicate, nil, remove, rename, set, swap } from './testing/edits.ts';
import { attributes, error, fault, policies, request, result, rst, rstr } from './testing/paths.ts';
import { specExample } from './testing/spec-example.ts';
import { parseXml } from './tree.ts';

const key = `${attributes}/x:privateKeyAttributes/x:algorithmOIDReference`;

describe.for<[MessageType, readonly (readonly [string, ...XmlEdit[]])[]]>([
  [
    'discover',
    [
      ['fields in another order', swap(`${request}/d:EmailAddress`)],
      ['a version that is not out yet', set(`${request}/d:RequestVersion`, '9.0')],
      ['a padded Action', set('//a:Action', '\n urn:x \n')],
      ['a blank in MessageID', set('//a:MessageID', 'urn:uuid: 748132ec')],
      ['a header block without namespace', append('//s:Header', '<ActivityId/>')],
    ],
  ],
  [
    'discover-response',
    [
      ['fields in another order', swap(`${result}/d:AuthPolicy`)],
      ['a nil version', append(result, '<AuthenticationServiceUrl xsi:nil="true"/>')],
      ['padded addresses', set(`${result}/d:EnrollmentServiceUrl`, '\n https://a.test/x \n')],
      ['no header', remove('//s:Header')],
    ],
  ],
  [
    'get-policies',
    [
      [
        'a context beside it',
        append(
          '//s:Body',
          '<ac:AdditionalContext><ac:ContextItem Name="a"><ac:Value/></ac:ContextItem></ac:AdditionalContext>',
        ),
      ],
      ['no Security', remove('//wsse:Security')],
      ['an unprefixed Type', remove('//wsse:Password/@wsse:Type'), attribute('//wsse:Password', 'Type', 'urn:x')],
    ],
  ],
  [
    'get-policies-response',
    [
      ['the attestation fields of 5.0', duplicate(key), rename(`${key}[2]`, 'AttestationFailureBehavior')],
      [
        'a nil minorRevision, as the text says',
        set('//x:minorRevision', ''),
        attribute('//x:minorRevision', nil, 'true'),
      ],
      [
        'the attestation block of 6.0',
        append(attributes, '<attestation><operationTimeout xsi:nil="true">1</operationTimeout></attestation>'),
      ],
      ['unknown elements at the end', append(`${policies}/x:response`, '<q:x xmlns:q="urn:q"/>')],
    ],
  ],
  [
    'request-security-token',
    [
      ['a Renew', set(`${rst}/wst:RequestType`, 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/Renew')],
      ['members in another order', swap(`${rst}/wst:TokenType`)],
      ['a nil RequestID', append(rst, '<wstep:RequestID xsi:nil="true"/>')],
      [
        'what WS-Trust adds',
        append(
          rst,
          '<wst:KeyType>urn:x</wst:KeyType><p:AppliesTo xmlns:p="http://schemas.xmlsoap.org/ws/2004/09/policy"/>',
        ),
      ],
      ['a prefixed ValueType', attribute(`${rst}/wsse:BinarySecurityToken`, '{urn:x}ValueType', 'a')],
      ['no context', remove('//ac:AdditionalContext')],
      [
        'the request for a key exchange token, as the sample of MS-WSTEP has it',
        set(`${rst}/wst:RequestType`, 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/KET'),
        remove(`${rst}/wsse:BinarySecurityToken`),
        append(rst, '<wst:RequestKET/>'),
        append(rst, '<wstep:RequestID xsi:nil="true"/>'),
      ],
      [
        'the question for the status of a request',
        set(`${rst}/wst:RequestType`, 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/QueryTokenStatus'),
        remove(`${rst}/wsse:BinarySecurityToken`),
        append(rst, '<wstep:RequestID>7</wstep:RequestID>'),
      ],
      [
        'a nonce and a time of the credential',
        append('//wsse:UsernameToken', '<wsse:Nonce EncodingType="urn:x">AAEC</wsse:Nonce>'),
        append('//wsse:UsernameToken', '<u:Created>2026-01-15T09:30:00Z</u:Created>'),
      ],
    ],
  ],
  [
    'request-security-token-response-collection',
    [
      ['members in another order', swap(`${rstr}/wst:TokenType`)],
      ['a padded RequestID', set(`${rstr}/wstep:RequestID`, ' 0\n')],
      ['neither message nor id', remove(`${rstr}/wstep:*`)],
      [
        'a key exchange token',
        remove(`${rstr}/wst:RequestedSecurityToken`),
        append(
          rstr,
          '<wst:KeyExchangeToken><wsse:BinarySecurityToken>AAEC</wsse:BinarySecurityToken></wst:KeyExchangeToken>',
        ),
      ],
      ['a message with its language', attribute('//wstep:DispositionMessage', 'xml:lang', 'en')],
    ],
  ],
  [
    'fault',
    [
      ['a Sender', set(`${fault}/s:Code/s:Value`, '\n s:Sender \n')],
      ['no subcode', remove('//s:Subcode')],
      ['no detail', remove('//s:Detail')],
      ['an unknown detail', rename(error, '{urn:x}Oops')],
      ['the detail name of MS-DVRE', rename(error, 'WindowsDeviceEnrollmentServiceError')],
      ['no TraceId', remove('//wstep:TraceId')],
      [
        'the detail of MS-WSTEP',
        append(
          '//s:Detail',
          '<wstep:CertificateEnrollmentWSDetail><wstep:BinaryResponse xsi:nil="true"/><wstep:ErrorCode>-2147024809</wstep:ErrorCode><wstep:InvalidRequest>true</wstep:InvalidRequest><wstep:RequestID xsi:nil="true"/></wstep:CertificateEnrollmentWSDetail>',
        ),
      ],
    ],
  ],
  [
    'provisioning-document',
    [
      ['no version', remove('/*/@version')],
      ['a parm behind a characteristic', append('/*/*[1]', '<parm name="a"/>')],
    ],
  ],
])('%s is valid with', ([type, cases]) => {
  test.for(cases)('%s', ([, ...edits]) => {
    using tree = parseXml(edits.reduce<Uint8Array>(editXml, specExample(type)));
    expect(validate(tree, type)).toEqual([]);
  });
});
