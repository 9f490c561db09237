import { attribute, provisioning, remove, rename, set, swap } from '../../engine/departures.ts';
import type { Departure } from '../../engine/counterexample.ts';
import { namespaces } from '../../xml/namespaces.ts';
import { varyBody, varyDocument } from '../varied-run.ts';
import type { CorrectServer } from './correct-server.ts';

const on = 'issue';
const silent = (at: string): readonly Departure[] => [set(on, at, ''), attribute(on, at, `{${namespaces.xsi}}nil`, 'true')];
const edit = (change: (text: string) => string): CorrectServer['vary'] =>
  varyBody((body, { kind, isFault }) => (kind === on && !isFault ? Buffer.from(change(Buffer.from(body).toString())) : body));
const token = '//wsse:BinarySecurityToken';

/** Servers with other envelopes around the provisioning document. */
export const enrollmentServers: readonly CorrectServer[] = [
  { name: 'has no DispositionMessage', departures: [remove(on, '//wstep:DispositionMessage')] },
  { name: 'has an empty DispositionMessage', departures: [set(on, '//wstep:DispositionMessage', ''), remove(on, '//wstep:DispositionMessage/@xml:lang')] },
  { name: 'has a nil DispositionMessage', departures: silent('//wstep:DispositionMessage') },
  { name: 'declares the language of all', vary: edit((text) => text.replace(' xml:lang="en-US"', '').replace('<RequestSecurityTokenResponse>', '<RequestSecurityTokenResponse xml:lang="fr">')) },
  { name: 'has no RequestID', departures: [remove(on, '//wstep:RequestID')] },
  { name: 'has a nil RequestID', departures: silent('//wstep:RequestID') },
  { name: 'has an empty RequestID', departures: [set(on, '//wstep:RequestID', '')] },
  { name: 'has a RequestID that is text', departures: [set(on, '//wstep:RequestID', 'a 7f/3')] },
  ...[1, 2, 3].map((index): CorrectServer => ({ name: `has member ${index} of the response behind the next`, departures: [swap(on, `//wst:RequestSecurityTokenResponse/*[${index}]`)] })),
  { name: 'gives its token an id', departures: [attribute(on, token, `{${namespaces.u}}Id`, 'token-1')] },
  { name: 'pads the URIs of its token', departures: [set(on, '//wst:TokenType', '\n http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken ')] },
  { name: 'pads its token', vary: edit((text) => text.replace(/(<BinarySecurityToken[^>]*>)([^<]*)/, '$1\n    $2\n  ')) },
  { name: 'breaks the lines of its token', vary: edit((text) => text.replace(/(<BinarySecurityToken[^>]*>)([^<]*)/, (_, tag: string, base64: string) => tag + base64.replaceAll(/.{76}/g, '$&\r\n'))), advice: { 'enrollment/token-spacing': 'SHOULD' } },
  { name: 'has the context and lifetime of WS-Trust', vary: edit((text) => text.replace('<RequestSecurityTokenResponse>', '<RequestSecurityTokenResponse Context="c1">').replace('</RequestSecurityTokenResponse>', '<Lifetime><u:Created>2026-01-15T09:30:00Z</u:Created><u:Expires>2027-01-15T09:30:00Z</u:Expires></Lifetime></RequestSecurityTokenResponse>')) },
];

const doc = (change: (text: string) => string): CorrectServer['vary'] => varyDocument((text) => {
  const changed = change(text);
  if (changed === text) throw new TypeError('nothing was changed');
  return changed;
});
const parm = (name: string): RegExp => new RegExp(`<parm name="${name}"[^>]*/>`, 'g');
const drop = (...names: string[]): CorrectServer => ({ name: `sends no ${names.join(', ')}`, vary: doc((text) => names.reduce((rest, name) => rest.replaceAll(parm(name), ''), text)) });
const application = (xml: string): CorrectServer['vary'] => doc((text) => text.replace('<parm name="APPID" value="w7"/>', `<parm name="APPID" value="w7"/>${xml}`));
const appAuth = /<characteristic type="APPAUTH">.*?<\/characteristic>/gs;
const poll = (numbers: readonly number[], extra = ''): CorrectServer['vary'] =>
  doc((text) => {
    const names = ['NumberOfFirstRetries', 'IntervalForFirstSetOfRetries', 'NumberOfSecondRetries', 'IntervalForSecondSetOfRetries', 'NumberOfRemainingScheduledRetries', 'IntervalForRemainingScheduledRetries'];
    const parms = names.map((name, index) => (numbers[index] === undefined ? '' : `<parm name="${name}" value="${numbers[index]}" datatype="integer"/>`));
    return text.replace(/<characteristic type="Poll">.*?<\/characteristic>/s, `<characteristic type="Poll">${parms.join('')}${extra}</characteristic>`);
  });
const top = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/<characteristic [^>]*?(\/?)>|<\/characteristic>/g)) {
    if (match[0].startsWith('</')) depth -= 1;
    else if (match[1] === '') { if (depth === 0) start = match.index; depth += 1; }
    if (depth === 0) parts.push(text.slice(start, match.index + match[0].length));
  }
  return parts;
};
const renew = (xml: string): CorrectServer['vary'] => doc((text) => text.replace(/<characteristic type="Renew">.*?<\/characteristic>/s, `<characteristic type="Renew">${xml}</characteristic>`));

/** Servers with other provisioning documents. */
export const provisioningServers: readonly CorrectServer[] = [
  { name: 'has its characteristics in the opposite order', vary: doc((text) => text.replace(/(<wap-provisioningdoc[^>]*>).*(<\/wap-provisioningdoc>)/s, (_, a: string, b: string) => a + top(text).toReversed().join('\n') + b)) },
  { name: 'writes characteristics before parms', vary: doc((text) => text.replace(/(<characteristic type="APPLICATION">)((?:<parm [^>]*>)*)((?:<characteristic type="APPAUTH">.*?<\/characteristic>)*)/s, '$1$3$2')) },
  { name: 'has no version', departures: [provisioning.remove('/wap-provisioningdoc/@version')] },
  { name: 'says version 1.0', departures: [provisioning.set('/wap-provisioningdoc/@version', '1.0')] },
  { name: 'begins the document with a byte order mark', vary: doc((text) => `\uFEFF${text}`) },
  { name: 'begins the document with a declaration', vary: doc((text) => `<?xml version="1.0" encoding="UTF-8"?>\r\n${text}\r\n`) },
  { name: 'has two CertificateStores, as the samples', vary: doc((text) => text.replace('<characteristic type="My">', '</characteristic><characteristic type="CertificateStore"><characteristic type="My">')) },
  { name: 'has My/User twice', vary: doc((text) => text.replace(/<characteristic type="PrivateKeyContainer"\/>/, '').replace('<characteristic type="WSTEP">', '<characteristic type="User"><characteristic type="PrivateKeyContainer"/></characteristic><characteristic type="WSTEP">')) },
  { name: 'has the container of the key inside the certificate', vary: doc((text) => { const i = text.indexOf('type="My"'); return text.slice(0, i) + text.slice(i).replace('<characteristic type="PrivateKeyContainer"/>', '').replace(/(<parm name="EncodedCertificate"[^>]*\/>)/, '$1<characteristic type="PrivateKeyContainer"/>'); }) },
  { name: 'writes the container of the key as an open element', vary: doc((text) => text.replace('<characteristic type="PrivateKeyContainer"/>', '<characteristic type="PrivateKeyContainer">\n</characteristic>')) },
  { name: 'writes thumbprints in lower case', vary: doc((text) => text.replaceAll(/type="([0-9A-F]{40})"/g, (_, hex: string) => `type="${hex.toLowerCase()}"`)) },
  { name: 'gives every parm a datatype', vary: doc((text) => text.replaceAll(/<parm name="([^"]*)" value="([^"]*)"\/>/g, '<parm name="$1" value="$2" datatype="string"/>')) },
  { name: 'has no renewal settings', vary: doc((text) => text.replace(/<characteristic type="WSTEP">.*?<\/characteristic><\/characteristic>/s, '')), advice: { 'provisioning/renewal-settings': 'PROV-22' } },
  { name: 'renews by defaults', vary: renew('<parm name="ROBOSupport" value="true" datatype="boolean"/>') },
  { name: 'names the address of renewal', vary: renew('<parm name="ROBOSupport" value="false" datatype="boolean"/><parm name="RenewPeriod" value="60" datatype="integer"/><parm name="RetryInterval" value="60" datatype="integer"/><parm name="ServerURL" value="https://mdm.contoso.example/Renew?a=1&amp;b=2"/>') },
  { name: 'renews late and retries daily', vary: renew('<parm datatype="integer" value="1" name="RenewPeriod"/><parm datatype="integer" value="1" name="RetryInterval"/><parm name="ROBOSupport" value="TRUE" datatype="boolean"/>') },
  drop('DEFAULTENCODING'),
  drop('CONNRETRYFREQ', 'INITIALBACKOFFTIME', 'MAXBACKOFFTIME'),
  drop('PROTOVER', 'BACKCOMPATRETRYDISABLED'),
  drop('AAUTHNAME'),
  drop('AAUTHDATA'),
  { ...drop('EntDMID'), advice: { 'provisioning/enterprise-device-id': 'REN-16' } },
  drop('UPN', 'EntDeviceName'),
  { ...drop('SSLCLIENTCERTSEARCHCRITERIA'), advice: { 'provisioning/search-criteria-presence': 'PROV-17' } },
  { name: 'speaks WBXML', vary: doc((text) => text.replace('dm+xml', 'dm+wbxml')) },
  { name: 'sets more of w7', vary: application('<parm name="ROLE" value="4294967295"/><parm name="USEHWDEVID"/><parm name="TO-NAPID" value="x"/><parm name="PREFCONREF" value="x"/>') },
  { name: 'has the address in APPADDR', vary: doc((text) => text.replace(/<parm name="ADDR" value="([^"]*)"\/>/, '').replace('<characteristic type="APPAUTH">', '<characteristic type="APPADDR"><parm name="ADDR" value="https://mdm.contoso.example:8443/omadm?x=1"/><parm name="ADDRTYPE" value="URI"/><characteristic type="PORT"><parm name="PORTNBR" value="8443"/></characteristic></characteristic><characteristic type="APPAUTH">')) },
  { name: 'has an address with a port, a query and an IPv6 host', vary: doc((text) => text.replace(/<parm name="ADDR" value="([^"]*)"\/>/, '<parm name="ADDR" value="HTTPS://[2001:db8::1]:8443/ManagementServer/MDM.svc?x=1&amp;y=%20"/>')) },
  { name: 'writes APPAUTH in another order', vary: doc((text) => { const [a = '', b = ''] = text.match(appAuth) ?? []; const flip = (x: string): string => x.replace(/((?:<parm [^>]*>)+)/, (list) => (list.match(/<parm [^>]*>/g) ?? []).toReversed().join('')); return text.replace(a + b, flip(b) + flip(a)); }) },
  { name: 'has DIGEST for both levels', vary: doc((text) => text.replace('value="BASIC"', 'value="DIGEST"').replace(/(<parm name="AAUTHSECRET"[^>]*>)(<\/characteristic><\/characteristic>)/, '$1<parm name="AAUTHDATA" value="MTIzNDU2Nzg="/>$2')) },
  { name: 'names the user for both levels', vary: doc((text) => text.replace('<parm name="AAUTHTYPE" value="DIGEST"/>', '<parm name="AAUTHTYPE" value="DIGEST"/><parm name="AAUTHNAME" value="ReferenceMDM"/>')) },
  { name: 'writes empty AAUTHDATA beside BASIC', vary: doc((text) => text.replace('<parm name="AAUTHTYPE" value="BASIC"/>', '<parm name="AAUTHTYPE" value="BASIC"/><parm name="AAUTHDATA" value=""/>')) },
  { name: 'has a provider with a dash and a dot', vary: doc((text) => text.replaceAll('"ReferenceMDM"', '"Contoso MDM-2.0 &amp; Co"')) },
  { name: 'sets more of the provider', vary: doc((text) => text.replace('<characteristic type="Poll">', '<parm name="SignedEntDMID" value="x" datatype="string"/><parm name="ManagementServerAddressList" value="&lt;https://a.example&gt;" datatype="string"/><parm name="SyncApplicationVersion" value="5.0" datatype="string"/><parm name="RequireMessageSigning" value="false" datatype="boolean"/><characteristic type="FirstSyncStatus"><parm name="SkipDeviceStatusPage" value="true" datatype="boolean"/></characteristic><characteristic type="Recovery"><parm name="AllowRecovery" value="true" datatype="boolean"/></characteristic><characteristic type="Poll">')) },
  { name: 'has no polling schedule', vary: doc((text) => text.replace(/<characteristic type="Poll">.*?<\/characteristic>/s, '')) },
  { name: 'polls by defaults', vary: poll([]) },
  { name: 'polls first and then once a day for ever', vary: poll([8, 15, 5, 3 * 60, 0, 1440]) },
  { name: 'polls in one series', vary: poll([10, 15, 0, 0, 0, 0]) },
  { name: 'polls in the second series for ever', vary: poll([10, 15, 0, 60, 0, 0]) },
  { name: 'polls a few times only', vary: poll([1, 1, 1, 2, 1, 1440]) },
  { name: 'polls without a second series', vary: poll([3, 60, 0, 0, 0, 1440]) },
  { name: 'polls with the count of the rest', vary: poll([3, 60, 0, 0, 7, 9999]) },
  { name: 'polls with three parms', vary: poll([5, 15, undefined as never, undefined as never, 0, 1560]) },
  { name: 'polls at every login', vary: poll([5, 15, 5, 30, 0, 1560], '<parm name="PollOnLogin" value="true" datatype="boolean"/><parm name="AllUsersPollOnFirstLogin" value="true" datatype="boolean"/>') },
  { name: 'polls as the samples', vary: poll([8, 15, 5, 3, 0, 1560]), advice: { 'provisioning/polling-second-interval': 'Q15' } },
  { name: 'brings policies', vary: doc((text) => text.replace('</wap-provisioningdoc>', '<characteristic type="Policy"><characteristic type="Config"/></characteristic><characteristic type="PassportForWork"><characteristic type="x"><parm name="UsePassportForWork" value="true" datatype="boolean"/></characteristic></characteristic></wap-provisioningdoc>')) },
  { name: 'names several values of criteria', vary: doc((text) => text.replace(/Subject=([^&]*)&amp;Stores=My%5C(User|System)/, 'Subject=CN%3Dsomebody%EF%80%80$1&amp;Stores=My%5C$2%EF%80%80My%5CSystem')) },
  { name: 'searches by Subject only', vary: doc((text) => text.replace(/&amp;Stores=[^"]*/, '')) },
  { name: 'searches by Stores only', vary: doc((text) => text.replace(/Subject=[^&]*&amp;/, '')) },
  { name: 'searches Stores first, in upper case', vary: doc((text) => text.replace(/(Subject=[^&]*)&amp;Stores=My%5C(User|System)/, (_, subject: string, store: string) => `Stores=MY%5c${store.toUpperCase()}&amp;${subject}`)) },
];
void rename;
