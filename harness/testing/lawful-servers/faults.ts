import { answer, append, header, remove, set, status } from '../../engine/rule/departures.ts';
import type { Answering, Departure } from '../../engine/rule/counterexample.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewriting } from './rewriting.ts';

const both: readonly Answering[] = ['get-policies fault', 'issue fault'];
const each = (departure: (on: Answering) => Departure): readonly Departure[] => both.map(departure);
const edit = (change: (text: string) => string): Vary => rewriting('fault', change);
const reason = (xml: string): Vary => edit((text) => text.replace(/<s:Text.*<\/s:Text>/s, xml));
const subcode = (xml: string): Vary =>
  edit((text) =>
    text.replace('<s:Subcode><s:Value>s:Authentication</s:Value></s:Subcode>', `<s:Subcode>${xml}</s:Subcode>`),
  );
const detail = (xml: string): readonly Departure[] =>
  each((on) => append(on, '//s:Fault', `<s:Detail>${xml}</s:Detail>`));
const activity = (text: string): string => /<ActivityId[^>]*>([^<]*)/.exec(text)?.[1] ?? '';
const action = (text: string): LawfulServer => ({
  name: `faults with the action ${text}`,
  departures: each((on) => set(on, '//a:Action', text)),
});
const error = (type: string, id = '7c1f2b1e'): string =>
  `<wstep:DeviceEnrollmentServiceError><wstep:ErrorType>${type}</wstep:ErrorType><wstep:Message>No more.</wstep:Message><wstep:TraceId>${id}</wstep:TraceId></wstep:DeviceEnrollmentServiceError>`;

/** Servers that refuse in other words. */
export const faultServers: readonly LawfulServer[] = [
  { name: 'faults with HTTP status 200', departures: each((on) => status(on, 200)) },
  {
    name: 'faults with HTTP status 400',
    departures: each((on) => status(on, 400)),
    advice: { 'faults/http-status': 'Q5' },
  },
  { name: 'says Sender', vary: edit((text) => text.replace('s:Receiver', 's:Sender')) },
  { name: 'gives reasons in German', vary: reason('<s:Text xml:lang="de">Kennwort falsch, größte Mühe</s:Text>') },
  { name: 'gives reasons in Japanese', vary: reason('<s:Text xml:lang="ja-JP">パスワードが違います。</s:Text>') },
  { name: 'gives reasons in Arabic', vary: reason('<s:Text xml:lang="ar-SA">كلمة المرور غير صحيحة</s:Text>') },
  {
    name: 'gives reasons in two languages',
    vary: reason('<s:Text xml:lang="en">Wrong password</s:Text><s:Text xml:lang="zh-Hant-TW">密碼錯誤</s:Text>'),
  },
  {
    name: 'gives reasons with numbers and addresses',
    vary: reason(
      '<s:Text xml:lang="en">Sign-in at 10:30 failed (error 0x80180002). See https://help.contoso.example/errors/80180002 or call +1 555 0100.</s:Text>',
    ),
  },
  {
    name: 'has the subcode in the namespace of WS-Security',
    vary: subcode(`<s:Value xmlns:o="${namespaces.wsse}">o:Authentication</s:Value>`),
  },
  {
    name: 'has the subcode in the namespace of WCF',
    vary: subcode(
      '<s:Value xmlns:a="http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher">a:Authentication</s:Value>',
    ),
  },
  { name: 'has the subcode without prefix', vary: subcode('<s:Value xmlns="urn:x">Authentication</s:Value>') },
  {
    name: 'has a subcode below the subcode',
    vary: subcode(
      '<s:Value>s:Authentication</s:Value><s:Subcode><s:Value xmlns:v="urn:vendor">v:BadPassword</s:Value></s:Subcode>',
    ),
  },
  {
    name: 'names node and role',
    vary: edit((text) =>
      text.replace(
        '</s:Reason>',
        '</s:Reason><s:Node>https://mdm.contoso.example/</s:Node><s:Role>http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver</s:Role>',
      ),
    ),
  },
  { name: 'has an empty detail', departures: detail('') },
  { name: 'has a detail of its own', departures: detail('<v:why xmlns:v="urn:vendor" v:code="7"><v:more/></v:why>') },
  { name: 'has a detail without namespace', departures: detail('<why>because</why>') },
  {
    name: 'has the error of the service among its details',
    vary: edit((text) =>
      text.replace(
        '</s:Fault>',
        `<s:Detail><v:why xmlns:v="urn:vendor"/>${error('CustomServerError', activity(text)).replaceAll('wstep:', 'e:').replace('Error>', `Error xmlns:e="${namespaces.wstep}">`)}</s:Detail></s:Fault>`,
      ),
    ),
  },
  {
    name: 'has a WSTEP detail that is nil in parts',
    departures: detail(
      '<wstep:CertificateEnrollmentWSDetail xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><wstep:BinaryResponse xsi:nil="true"/><wstep:ErrorCode>-2146881269</wstep:ErrorCode><wstep:InvalidRequest>true</wstep:InvalidRequest><wstep:RequestID>1</wstep:RequestID></wstep:CertificateEnrollmentWSDetail>',
    ),
  },
  {
    name: 'says CustomServerError',
    departures: [
      answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' }),
      answer('get-policies fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' }),
    ],
  },
  action('http://schemas.microsoft.com/windows/pki/2009/01/enrollment/rstrc/wstep'),
  action(
    'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/IWindowsDeviceEnrollmentService/RequestSecurityTokenWindowsDeviceEnrollmentServiceErrorFault',
  ),
  action('http://www.w3.org/2005/08/addressing/fault'),
  action('http://www.w3.org/2005/08/addressing/soap/fault'),
  { name: 'faults without RelatesTo', departures: each((on) => remove(on, '//a:RelatesTo')) },
  { name: 'faults without tracing', departures: each((on) => remove(on, '//diag:ActivityId')) },
  { name: 'faults in text/xml', departures: each((on) => header(on, 'Content-Type', 'text/xml; charset=utf-8')) },
  {
    name: 'faults with any Action missing',
    departures: each((on) => remove(on, '//a:Action')),
    advice: { 'faults/action': 'MAY' },
  },
];
