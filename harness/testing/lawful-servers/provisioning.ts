import { behaves, provisioning } from '../../engine/rule/departures.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewritingDocument } from './rewriting.ts';

type Change = (text: string) => string;

const by =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);
const both =
  (...changes: readonly Change[]): Change =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text);
const without = (...names: readonly string[]): Change =>
  both(...names.map((name) => (text: string) => text.replaceAll(new RegExp(`<parm name="${name}"[^>]*/>`, 'g'), '')));
const parm = (name: string, value: string, datatype = 'string'): string =>
  `<parm name="${name}" value="${value}" datatype="${datatype}"/>`;
const renewal = (...parms: readonly string[]): Change =>
  by(/(<characteristic type="Renew">).*?(<\/characteristic>)/s, `$1${parms.join('')}$2`);

const container = '<characteristic type="PrivateKeyContainer"/>';
const address = /<parm name="ADDR" value="[^"]*"\/>/;
const basic = '<parm name="AAUTHTYPE" value="BASIC"/>';
const digest = '<parm name="AAUTHTYPE" value="DIGEST"/>';
const appAuth = /<characteristic type="APPAUTH">.*?<\/characteristic>/gs;
const poll = /<characteristic type="Poll">.*?<\/characteristic>/s;

/** The account of the device with BASIC, and this in place of its nonce. */
const withBasic = (text: string, data: string): string =>
  text.replace(
    /("APPSRV"\/>)<parm name="AAUTHTYPE" value="DIGEST"\/>(.*?)<parm name="AAUTHDATA"[^>]*>/s,
    `$1${basic}$2${data}`,
  );

/** How else a provisioning document may be written, and what else it may say. */
const changes: Readonly<Record<string, Change>> = {
  'has its characteristics in the opposite order': (text) => {
    const end = '</wap-provisioningdoc>';
    const [start = ''] = /^.*?<wap[^>]*>/s.exec(text) ?? [];
    const parts = text.slice(start.length, -end.length).split(/(?=<characteristic type="(?:APPLICATION|DMClient)">)/);
    return start + parts.toReversed().join('\n') + end;
  },
  'writes characteristics before parms': by(
    /(type="APPLICATION">)((?:<parm [^>]*>)*)((?:<characteristic type="APPAUTH">.*?<\/characteristic>)*)/s,
    '$1$3$2',
  ),
  'begins the document with a byte order mark': (text) => `\uFEFF${text}`,
  'begins the document with a declaration': (text) => `<?xml version="1.0" encoding="UTF-8"?>\r\n${text}\r\n`,
  'has two CertificateStores, as the samples': by(
    '<characteristic type="My">',
    '</characteristic><characteristic type="CertificateStore"><characteristic type="My">',
  ),
  'has the store of the user twice': both(
    by(container, ''),
    by('<characteristic type="WSTEP">', `<characteristic type="User">${container}</characteristic>$&`),
  ),
  'has the container of the key inside the certificate': both(
    by(container, ''),
    by(/(type="User"><characteristic type="[^"]*"><parm [^>]*>)/, `$1${container}`),
  ),
  'writes the container of the key as an open element': by(
    container,
    `${container.replace('/>', '>')}\n</characteristic>`,
  ),
  'writes thumbprints in lower case': (text) =>
    text.replaceAll(/type="([0-9A-F]{40})"/g, (type: string) => type.toLowerCase()),
  'gives every parm a datatype': (text) =>
    text.replaceAll(/(<parm name="[^"]*" value="[^"]*")\/>/g, '$1 datatype="string"/>'),
  'renews by defaults': renewal(parm('ROBOSupport', 'true', 'boolean')),
  'names the address of renewal': renewal(
    parm('ROBOSupport', 'false', 'boolean'),
    parm('RenewPeriod', '60', 'integer'),
    parm('RetryInterval', '60', 'integer'),
    parm('ServerURL', 'https://mdm.contoso.example/Renew?a=1&amp;b=2'),
  ),
  'renews on the last day': renewal(
    parm('RetryInterval', '1', 'integer'),
    parm('RenewPeriod', '1', 'integer'),
    parm('ROBOSupport', 'TRUE', 'boolean'),
  ),
  'sends no DEFAULTENCODING': without('DEFAULTENCODING'),
  'leaves retries to the device': without('CONNRETRYFREQ', 'INITIALBACKOFFTIME', 'MAXBACKOFFTIME'),
  'sends neither PROTOVER nor BACKCOMPATRETRYDISABLED': without('PROTOVER', 'BACKCOMPATRETRYDISABLED'),
  'sends no AAUTHNAME': without('AAUTHNAME'),
  'names neither user nor device': without('UPN', 'EntDeviceName'),
  'speaks WBXML': by('dm+xml', 'dm+wbxml'),
  'sets more of w7': by(
    address,
    '$&<parm name="ROLE" value="32"/><parm name="USEHWDEVID"/><parm name="TO-NAPID" value="x"/>',
  ),
  'has its address in APPADDR': both(
    by(address, ''),
    by(
      '<characteristic type="APPAUTH">',
      '<characteristic type="APPADDR"><parm name="ADDR" value="https://mdm.contoso.example/"/><parm name="ADDRTYPE" value="URI"/>' +
        '<characteristic type="PORT"><parm name="PORTNBR" value="8443"/></characteristic></characteristic>$&',
    ),
  ),
  'has an address with a port, a query and an IPv6 host': by(
    address,
    '<parm name="ADDR" value="HTTPS://[2001:db8::1]:8443/ManagementServer/MDM.svc?x=1&amp;y=%20"/>',
  ),
  'writes APPAUTH in another order': (text) => {
    const [client = '', server = ''] = text.match(appAuth) ?? [];
    const turned = (xml: string): string =>
      xml.replace(/(?:<parm [^>]*>)+/, (parms) => (parms.match(/<parm [^>]*>/g) ?? []).toReversed().join(''));
    return text.replace(client + server, turned(server) + turned(client));
  },
  'has BASIC for the level APPSRV': (text) => withBasic(text, ''),
  'names itself to the device': by(digest, `${digest}<parm name="AAUTHNAME" value="ReferenceMDM"/>`),
  'writes an empty AAUTHDATA beside BASIC': (text) => withBasic(text, '<parm name="AAUTHDATA" value=""/>'),
  'has a PROVIDER-ID with other characters': (text) => text.replaceAll('"ReferenceMDM"', '"Contoso MDM-2.0 &amp; Co"'),
  'sets more of the provider': by(
    '<characteristic type="Poll">',
    parm('SyncApplicationVersion', '5.0') +
      parm('RequireMessageSigning', 'false', 'boolean') +
      parm('ManagementServerAddressList', '&lt;https://mdm.contoso.example&gt;') +
      `<characteristic type="Recovery">${parm('AllowRecovery', 'true', 'boolean')}</characteristic>$&`,
  ),
  'has no polling schedule': by(poll, ''),
  'brings policies': by(
    '</wap-provisioningdoc>',
    '<characteristic type="Policy"/><characteristic type="PassportForWork"><characteristic type="Tenant">' +
      `${parm('UsePassportForWork', 'true', 'boolean')}</characteristic></characteristic>$&`,
  ),
  'names several values of criteria': by(
    /Subject=([^&]*)&amp;Stores=([^"]*)/,
    'Subject=CN%3Dsomebody%EF%80%80$1&amp;Stores=$2%EF%80%80My%5CSystem',
  ),
  'searches by Subject only': by(/&amp;Stores=[^"]*/, ''),
  'searches by Stores only': by(/Subject=[^&]*&amp;/, ''),
  'searches by Stores first': by(/(Subject=[^&]*)&amp;(Stores=[^"]*)/, '$2&amp;$1'),
};

/** Servers with other provisioning documents. */
export const provisioningServers: readonly LawfulServer[] = [
  // The server does not know what is written into its documents on the way, so that it asks for no proof of it.
  ...Object.entries(changes).map(([name, change]) => ({
    name,
    vary: rewritingDocument(change),
    departures: [behaves({ proof: 'unasked' })],
  })),
  { name: 'has no version', departures: [provisioning.remove('/wap-provisioningdoc/@version')] },
  {
    name: 'has no renewal settings',
    departures: [provisioning.remove('//characteristic[@type="WSTEP"]')],
    advice: { 'provisioning/renewal-settings': 'the certificate expires for good (PROV-22)' },
  },
  {
    name: 'sends no EntDMID',
    vary: rewritingDocument(without('EntDMID')),
    advice: { 'provisioning/enterprise-device-id': 'it must be set before renewal (REN-16)' },
  },
  {
    name: 'sends no search criteria',
    vary: rewritingDocument(without('SSLCLIENTCERTSEARCHCRITERIA')),
    advice: { 'provisioning/search-criteria-presence': 'the device may present another certificate (PROV-17)' },
  },
];
