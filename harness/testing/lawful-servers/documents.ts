import { provisioning } from '../../engine/rule/departures.ts';
import { issuingOtherwise } from '../vendor.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewriting, rewritingDocument } from './rewriting.ts';

const by =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);

const publicType =
  '<!DOCTYPE wap-provisioningdoc PUBLIC "-//WAPFORUM//DTD PROV 1.0//EN" "http://www.wapforum.org/DTD/prov.dtd">';
const rootStore =
  /<characteristic type="CertificateStore"><characteristic type="Root">.*?(?=<characteristic type="CA">)/s;
const trustedRoot = (text: string): string => {
  const [, encoded = ''] =
    /type="Root">.*?(<characteristic type="[0-9A-F]{40}">.*?<\/characteristic>)/s.exec(text) ?? [];
  return (
    '<characteristic type="RootCATrustedCertificates"><characteristic type="Root">' +
    `${encoded}</characteristic></characteristic><characteristic type="CertificateStore">`
  );
};

/** Servers whose documents and policies are as published documents or real devices have them; each name ends with its source. */
export const documentServers: readonly LawfulServer[] = [
  {
    name: 'leaves the commas of its search criteria unescaped (MS-MDE2 2.2.9.5)',
    vary: issuingOtherwise({
      leaf: ({ deviceId }) => ({ subject: `CN=${deviceId},O=Contoso` }),
      criteria: (leaf, store) =>
        `Subject=${commasKept(leaf.subject.toString())}&Stores=${encodeURIComponent(`My\\${store}`)}`,
    }),
  },
  {
    name: 'has criteria that a device ignores (MS-MDE2 2.2.9.5)',
    vary: rewritingDocument(by('value="Subject=', 'value="Issuer=CN=Contoso CA&amp;Subject=')),
  },
  {
    name: 'URI-encodes the name of its provider (MS-MDE2 2.2.9.3)',
    vary: rewritingDocument((text) =>
      text
        .replace('name="PROVIDER-ID" value="ReferenceMDM"', 'name="PROVIDER-ID" value="Contoso MDM"')
        .replace('<characteristic type="ReferenceMDM">', '<characteristic type="Contoso%20MDM">'),
    ),
  },
  {
    name: 'has no DMClient (MS-MDE2 2.2.9.3)',
    departures: [provisioning.remove('//characteristic[@type="DMClient"]')],
    advice: { 'provisioning/enterprise-device-id': 'EntDMID must be set before a renewal (REN-16)' },
  },
  {
    name: 'has another application before its account (w7 APPLICATION CSP)',
    vary: rewritingDocument(
      by(
        '<characteristic type="APPLICATION">',
        '<characteristic type="APPLICATION"><parm name="APPID" value="w4"/><parm name="ADDR" value="http://mms.contoso.example/"/></characteristic>$&',
      ),
    ),
  },
  {
    name: 'begins its document with the public document type (Learn: MSPROV DTD)',
    vary: rewritingDocument(by('<wap-provisioningdoc', `${publicType}$&`)),
    advice: { 'provisioning/doctype': 'it is not needed (PROV-01)' },
  },
  {
    name: 'delivers its root by RootCATrustedCertificates (MS-MDE2 2.2.9.4)',
    vary: rewritingDocument((text) => text.replace(rootStore, trustedRoot(text))),
    advice: { 'provisioning/trusted-roots': 'Windows 11 26200 refused it (PROV-45)' },
  },
  {
    name: 'leaves its root to what the device trusts, and nobody says what that is (PROV-06)',
    departures: [provisioning.remove('//characteristic[@type="Root"]')],
    unjudged: { 'provisioning/chain': 'only --device-trust says what the device trusts' },
  },
  {
    name: 'writes ROBOSupport as a digit (XML Schema: boolean)',
    departures: [provisioning.set('//parm[@name="ROBOSupport"]/@value', '1')],
  },
  {
    name: 'sends a nonce that is plain text (Fleet)',
    vary: rewritingDocument(by(/(name="AAUTHDATA" value=")([^"]+)/, '$1nonce:$2')),
    advice: { 'provisioning/authentication-nonce': 'it is to be base64 (PROV-35)' },
  },
  {
    name: 'sends no AAUTHDATA (w7 APPLICATION CSP)',
    departures: [provisioning.remove('//parm[@name="AAUTHDATA"]')],
    advice: { 'provisioning/nonce-presence': 'Windows 11 26200 refused it (PROV-44)' },
  },
  {
    name: 'has the parms and the Registry of MS-MDE 3.6',
    vary: rewritingDocument((text) =>
      text
        .replace(
          '<parm name="ADDR"',
          '<parm name="SSPHyperlink" value="http://go.contoso.example/"/><parm name="CRLCheck" value="0"/>$&',
        )
        .replace('</wap-provisioningdoc>', '<characteristic type="Registry"/>$&'),
    ),
    advice: {
      'provisioning/unlisted-application-names': 'w7 does not define them (PROV-36)',
      'provisioning/configuration-service-providers': 'it is not among what an enrollment configures (PROV-29)',
    },
  },
  {
    name: 'makes a nonce of attestation for each answer (MS-MDE2 3.3.4.1.1.2)',
    vary: rewriting('get-policies', freshNonces()),
  },
  {
    name: 'has no policies (MS-XCEP: policies is nillable)',
    vary: rewriting('get-policies', (text) =>
      text
        .replace(/<policies>.*<\/policies>/s, '<policies xsi:nil="true"/>')
        .replace(/<cAs>.*<\/cAs>/s, '<cAs xsi:nil="true"/>')
        .replace(/<oIDs>.*<\/oIDs>/s, '<oIDs xsi:nil="true"/>'),
    ),
    advice: { 'policy/unfiltered-policies': 'no message tells whether there are none (POL-27)' },
  },
];

function commasKept(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',');
}

function freshNonces(): (text: string) => string {
  let count = 0;
  return (text) => {
    count += 1;
    const nonce = Buffer.from(`nonce of answer ${count}`).toString('base64');
    return text.replace(
      '</attributes>',
      `<attestation><azureAttestation><nonce>${nonce}</nonce><relyingPartyId>id</relyingPartyId><endpointUri>https://a.example</endpointUri></azureAttestation></attestation>$&`,
    );
  };
}
