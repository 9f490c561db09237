import { describe, expect, test } from 'vitest';
import type { XmlEdit } from './xml-edit.ts';
import { editXml } from './edit.ts';
import { messageTypes, validate } from './schema.ts';
import type { MessageType } from './schema.ts';
import { append, attribute, duplicate, remove, rename, set, swap } from './testing/edits.ts';
import { attributes, client, error, fault, policies, request, result, rst, rstr } from './testing/paths.ts';
import { specExample } from './testing/spec-example.ts';
import { parseXml } from './tree.ts';

/** What is wrong, the edit that makes it so, and where the issue points. */
type Defect = readonly [name: string, edit: XmlEdit, path: string];

const [header, body] = ['/sync:SyncML/sync:SyncHdr', '/sync:SyncML/sync:SyncBody'];

const defects: Readonly<Record<MessageType, readonly Defect[]>> = {
  discover: [
    ['no EmailAddress', remove(`${request}/d:EmailAddress`), request],
    ['an e-mail address without at sign', set(`${request}/d:EmailAddress`, 'x'), `${request}/d:EmailAddress`],
    ['an unknown DeviceType', set(`${request}/d:DeviceType`, 'Linux'), `${request}/d:DeviceType`],
    ['a version of three parts', set(`${request}/d:ApplicationVersion`, '1.2.3'), `${request}/d:ApplicationVersion`],
    ['no AuthPolicy', remove(`${request}/d:AuthPolicies/d:AuthPolicy`), `${request}/d:AuthPolicies`],
    ['an extra element', append(request, '<OSVersion/>'), `${request}/d:OSVersion`],
    ['another namespace', rename('//d:Discover', '{urn:x}Discover'), "/s:Envelope/s:Body/*[local-name()='Discover']"],
    ['the header behind the body', swap('/s:Envelope/s:Header'), '/s:Envelope/s:Header'],
  ],
  'discover-response': [
    ['no AuthPolicy', remove(`${result}/d:AuthPolicy`), result],
    ['no EnrollmentServiceUrl', remove(`${result}/d:EnrollmentServiceUrl`), result],
    ['an unknown AuthPolicy', set(`${result}/d:AuthPolicy`, 'Password'), `${result}/d:AuthPolicy`],
    ['a padded AuthPolicy', set(`${result}/d:AuthPolicy`, ' OnPremise'), `${result}/d:AuthPolicy`],
    ['two AuthPolicy', duplicate(`${result}/d:AuthPolicy`), `${result}/d:AuthPolicy[2]`],
    ['a version that is no number', set(`${result}/d:EnrollmentVersion`, 'v4'), `${result}/d:EnrollmentVersion`],
    ['an extra element', append(result, '<Extra/>'), `${result}/d:Extra`],
    [
      'another namespace',
      rename(`${result}/d:AuthPolicy`, '{urn:x}AuthPolicy'),
      `${result}/*[local-name()='AuthPolicy']`,
    ],
    ['no result', remove(result), '/s:Envelope/s:Body/d:DiscoverResponse'],
    ['an empty body', remove('/s:Envelope/s:Body/*'), '/s:Envelope/s:Body'],
    ['two payloads', duplicate('/s:Envelope/s:Body/*'), '/s:Envelope/s:Body/d:DiscoverResponse[2]'],
    ['two bodies', duplicate('/s:Envelope/s:Body'), '/s:Envelope/s:Body[2]'],
    ['a bad mustUnderstand', set('//a:Action/@s:mustUnderstand', 'yes'), '/s:Envelope/s:Header/a:Action'],
    ['the header behind the body', swap('/s:Envelope/s:Header'), '/s:Envelope/s:Header'],
  ],
  'get-policies': [
    ['no client', remove(client), '/s:Envelope/s:Body/x:GetPolicies/x:requestFilter'],
    ['the wrong order', swap(client), '/s:Envelope/s:Body/x:GetPolicies/x:requestFilter'],
    ['a bad language', rename(`${client}/x:preferredLanguage`, 'language'), `${client}/x:language`],
    ['an extra element', append('//x:GetPolicies', '<more/>'), '/s:Envelope/s:Body/x:GetPolicies/x:more'],
    ['another namespace', rename(client, '{urn:x}client'), "/s:Envelope/s:Body/x:GetPolicies/*[local-name()='client']"],
    ['a bad nil', set(`${client}/x:lastUpdate/@xsi:nil`, 'yes'), `${client}/x:lastUpdate`],
  ],
  'get-policies-response': [
    ['no policyID', remove('//x:policyID'), `${policies}/x:response/x:policyFriendlyName`],
    ['no cAs', remove(`${policies}/x:cAs`), `${policies}/x:oIDs`],
    ['the wrong order', swap(`${attributes}/x:commonName`), `${attributes}/x:policySchema`],
    ['a boolean in capitals', set('//x:enroll', 'True'), `${attributes}/x:permission/x:enroll`],
    ['an empty number', set('//x:minimalKeyLength', ''), `${attributes}/x:privateKeyAttributes/x:minimalKeyLength`],
    ['an extra element', append('//x:permission', '<x/>'), `${attributes}/x:permission/x:x`],
    [
      'another namespace',
      rename('//x:policySchema', '{urn:x}policySchema'),
      `${attributes}/*[local-name()='policySchema']`,
    ],
    ['an empty list', remove('//x:oID'), `${policies}/x:oIDs`],
    [
      'nil where none is allowed',
      attribute('//x:policyID', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
      `${policies}/x:response/x:policyID`,
    ],
  ],
  'request-security-token': [
    ['no RequestType', remove(`${rst}/wst:RequestType`), rst],
    ['no BinarySecurityToken', remove(`${rst}/wsse:BinarySecurityToken`), rst],
    ['two RequestKET', append(rst, '<wst:RequestKET/><wst:RequestKET/>'), `${rst}/wst:RequestKET[2]`],
    ['two RequestType', duplicate(`${rst}/wst:RequestType`), `${rst}/wst:RequestType[2]`],
    ['no ContextItem', remove('//ac:ContextItem'), `${rst}/ac:AdditionalContext`],
    [
      'a ContextItem without name',
      remove('(//ac:ContextItem)[1]/@Name'),
      `${rst}/ac:AdditionalContext/ac:ContextItem[1]`,
    ],
    ['an unknown element', append(rst, '<wst:Unknown/>'), `${rst}/wst:Unknown`],
    ['another namespace', rename(`${rst}/wst:TokenType`, '{urn:x}TokenType'), `${rst}/*[local-name()='TokenType']`],
    [
      'the wrong order in the header',
      swap('//wsse:Username'),
      '/s:Envelope/s:Header/wsse:Security/wsse:UsernameToken/wsse:Password',
    ],
  ],
  'request-security-token-response-collection': [
    ['no TokenType', remove(`${rstr}/wst:TokenType`), rstr],
    ['no token', remove(`${rstr}/wst:RequestedSecurityToken/*`), `${rstr}/wst:RequestedSecurityToken`],
    ['no requested token at all', remove(`${rstr}/wst:RequestedSecurityToken`), rstr],
    ['two responses', duplicate(rstr), `${rstr}[2]`],
    ['an unknown element', append(rstr, '<Extra/>'), `${rstr}/wst:Extra`],
    ['another namespace', rename(`${rstr}/wstep:RequestID`, '{urn:x}RequestID'), `${rstr}/*[local-name()='RequestID']`],
    [
      'a Timestamp that is not a time',
      set('//u:Created', 'now'),
      '/s:Envelope/s:Header/wsse:Security/u:Timestamp/u:Created',
    ],
    ['the wrong order in the header', swap('//u:Created'), '/s:Envelope/s:Header/wsse:Security/u:Timestamp/u:Created'],
    ['a bad mustUnderstand', set('//a:Action/@s:mustUnderstand', 'True'), '/s:Envelope/s:Header/a:Action'],
  ],
  fault: [
    ['no Reason', remove(`${fault}/s:Reason`), `${fault}/s:Detail`],
    ['the wrong order', swap(`${fault}/s:Code`), `${fault}/s:Reason`],
    ['an unknown code', set(`${fault}/s:Code/s:Value`, 's:Server'), `${fault}/s:Code/s:Value`],
    ['a code of an undeclared prefix', set(`${fault}/s:Code/s:Value`, 'q:Receiver'), `${fault}/s:Code/s:Value`],
    ['a lower-case name', rename(fault, 'fault'), '/s:Envelope/s:Body/s:fault'],
    ['no language', remove(`${fault}/s:Reason/s:Text/@xml:lang`), `${fault}/s:Reason/s:Text`],
    ['another namespace', rename(`${fault}/s:Code`, '{urn:x}Code'), `${fault}/*[local-name()='Code']`],
    ['an extra element', append(fault, '<s:faultstring/>'), `${fault}/s:faultstring`],
    ['a detail without ErrorType', remove(`${error}/wstep:ErrorType`), error],
    ['an unknown element in a known detail', append(error, '<Stack/>'), `${error}/wstep:Stack`],
  ],
  'provisioning-document': [
    ['nothing in it', remove('/*/*'), '/wap-provisioningdoc'],
    ['a characteristic without type', remove('/*/*[1]/@type'), '/wap-provisioningdoc/characteristic[1]'],
    ['a parm without name', remove('(//parm[@name="APPID"])/@name'), '/wap-provisioningdoc/characteristic[2]/parm[1]'],
    [
      'an unknown datatype',
      set('//parm[@name="UPN"]/@datatype', 'text'),
      '/wap-provisioningdoc/characteristic[3]/characteristic/characteristic/parm[3]',
    ],
    ['a parm at the top', append('/*', '<parm name="a"/>'), '/wap-provisioningdoc/parm'],
    ['an extra element', append('/*/*[2]', '<param name="a"/>'), '/wap-provisioningdoc/characteristic[2]/param'],
    ['text', set('//parm[@name="APPID"]', 'w7'), '/wap-provisioningdoc/characteristic[2]/parm[1]'],
    ['a namespace', rename('/*', '{urn:x}wap-provisioningdoc'), "/*[local-name()='wap-provisioningdoc']"],
  ],
  syncml: [
    ['another protocol', set('//sync:VerProto', 'DM/1.1'), `${header}/sync:VerProto`],
    ['a session of five characters', set('//sync:SessionID', 'A3A3A'), `${header}/sync:SessionID`],
    ['the wrong order', swap('//sync:SessionID'), `${header}/sync:MsgID`],
    ['no Source', remove(`${header}/sync:Source`), header],
    ['CmdID 0', set('//sync:Get/sync:CmdID', '0'), `${body}/sync:Get/sync:CmdID`],
    ['no CmdID', remove('//sync:Replace/sync:CmdID'), `${body}/sync:Atomic/sync:Replace/sync:Item`],
    ['a Get without items', remove('//sync:Get/sync:Item'), `${body}/sync:Get`],
    ['an unknown command', rename('//sync:Get', 'Fetch'), `${body}/sync:Fetch`],
    ['a Status of an unknown command', set('(//sync:Cmd)[1]', 'Fetch'), `${body}/sync:Status[1]/sync:Cmd`],
    [
      'a format that no value has',
      set('//metinf:Format', 'text'),
      `${body}/sync:Atomic/sync:Replace/sync:Item/sync:Meta/metinf:Format`,
    ],
    ['another namespace', rename('/*', '{SYNCML:SYNCML1.1}SyncML'), "/*[local-name()='SyncML']"],
  ],
};

describe.for(messageTypes)('%s is invalid with', (type) => {
  test.for(defects[type])('%s', ([, edit, path]) => {
    using tree = parseXml(editXml(specExample(type), edit));
    expect(validate(tree, type)).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
  });
});
