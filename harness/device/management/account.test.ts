import { expect, test } from 'vitest';
import { managementAccount } from './account.ts';

const document = (content: string) => Buffer.from(`<wap-provisioningdoc>${content}</wap-provisioningdoc>`);
const urlIn = (bytes: Uint8Array) => managementAccount(bytes)?.url;

test('the management server is where ADDR of the application says', () => {
  const application =
    '<characteristic type="APPLICATION"><parm name="ADDR" value=" https://m.example/s "/></characteristic>';
  expect(urlIn(document(`<parm name="ADDR" value="https://other.example/"/>${application}`))).toBe(
    'https://m.example/s',
  );
  expect(urlIn(document(''))).toBeUndefined();
  expect(urlIn(Buffer.from('no XML'))).toBeUndefined();
});

test('the address of another application is not taken for it', () => {
  const application = (id: string, url: string) =>
    `<characteristic type="APPLICATION"><parm name="APPID" value="${id}"/><parm name="ADDR" value="${url}"/></characteristic>`;
  const both = application('w4', 'https://mms.example/') + application('w7', 'https://m.example/');
  expect(urlIn(document(both))).toBe('https://m.example/');
});

test.for([
  ['true', true],
  ['1', true],
  ['false', false],
  [undefined, false],
] as const)('RequireMessageSigning %s of its provider decides whether a device signs', ([value, isSigned]) => {
  const provider = (id: string, content: string): string =>
    `<characteristic type="DMClient"><characteristic type="Provider"><characteristic type="${id}">${content}</characteristic></characteristic></characteristic>`;
  const required = (text: string): string => `<parm name="RequireMessageSigning" value="${text}" datatype="boolean"/>`;
  const account =
    '<characteristic type="APPLICATION"><parm name="APPID" value="w7"/><parm name="PROVIDER-ID" value="A"/><parm name="ADDR" value="https://m.example/"/></characteristic>';
  const own = value === undefined ? '' : required(value);
  expect(
    managementAccount(document(`${account}${provider('B', required('true'))}${provider('A', own)}`)),
  ).toMatchObject({ isSigned });
});
