import { createHash } from 'node:crypto';
import { behaves } from '../../engine/rule/departures.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import { issuingOtherwise, usualPlaces } from '../vendor.ts';
import { varyDocument, varyHeaders } from '../varied-run.ts';
import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewriting } from './rewriting.ts';

/** A nil element in place of one with content. */
const nil =
  (...names: readonly string[]) =>
  (text: string): string =>
    names.reduce(
      (all, name) => all.replace(new RegExp(`<${name}>.*?</${name}>`, 's'), `<${name} xsi:nil="true"/>`),
      text,
    );
const silent = (text: string): string => text.replace(/<ActivityId .*?<\/ActivityId>/s, '');

/** A server that says little of itself, whose probe has no Content-Type. */
const http: Vary = (response, about) =>
  about.kind === 'probe' && response.status === 200
    ? httpResponse(200, [['Date', 'Thu, 15 Jan 2026 09:30:00 GMT']], Buffer.alloc(0))
    : varyHeaders((headers) => headers.filter(([name]) => /^(Content-|Date$)/.test(name)))(response, about);

/** ActivityId in front of RelatesTo, its CorrelationId equal to its text, and no AuthenticationServiceUrl; the lower of two versions. */
const discover =
  (highest: number): Vary =>
  (answer, about) => {
    const [, asked = '1.0'] = /RequestVersion>([^<]*)/.exec(Buffer.from(about.request.body).toString()) ?? [];
    const version = Math.min(highest, Number(asked)).toFixed(1);
    return rewriting('discover', (text) =>
      text
        .replace(
          /(<a:RelatesTo>.*?<\/a:RelatesTo>)(<ActivityId [^>]*CorrelationId=")[^"]*(">([^<]*)<\/ActivityId>)/s,
          '$2$4$3$1',
        )
        .replace(/<AuthenticationServiceUrl [^>]*>/, '')
        .replace(/<EnrollmentVersion>[^<]*/, `<EnrollmentVersion>${version}`),
    )(answer, about);
  };

/** The hash is in group 4, its OID is that of the policy too, and there is no other OID and no authority. */
const policies = rewriting('get-policies', (text) =>
  nil(
    'policyFriendlyName',
    'nextUpdateHours',
    'policiesNotChanged',
    'algorithmOIDReference',
    'privateKeyFlags',
    'subjectNameFlags',
    'enrollmentFlags',
    'generalFlags',
    'rARequirements',
    'extensions',
  )(silent(text))
    .replace(/<policyID>[^<]*/, '<policyID>')
    .replace(/<policyOIDReference>1</, '<policyOIDReference>0<')
    .replace('<cAs><cAReference>0</cAReference></cAs>', '<cAs xsi:nil="true"/>')
    .replace(/<cAs><cA>.*<\/cA><\/cAs>/s, '<cAs xsi:nil="true"/>')
    .replace(/<renewalPeriodSeconds>\d+/, '<renewalPeriodSeconds>5184000')
    .replace('<majorRevision>100', '<majorRevision>101')
    .replace('<group>1<', '<group>4<')
    .replace(/(<oIDs><oID>.*?<\/oID>).*(<\/oIDs>)/s, '$1$2'),
);

/** No ActivityId, and an empty DispositionMessage in no language. */
const response = rewriting('issue', (text) =>
  silent(text).replace(/(<DispositionMessage[^>]*?) xml:lang="[^"]*">[^<]*/, '$1>'),
);

/** A root of one day that issues for a year, from the moment on, with what Go's library puts in. */
const certificates = issuingOtherwise({
  root: { days: 1, keyUsages: ['digitalSignature', 'keyCertSign'] },
  intermediates: 0,
  leaf: () => ({ age: 0, keyUsages: ['digitalSignature', 'keyEncipherment'], without: ['2.5.29.14'] }),
  place: (chain, requested) => usualPlaces(chain, requested).toReversed(),
});

/** The hexadecimal digits that follow from a text; a secret of this server has 48 of them. */
const hexOf = (text: string, digits: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);
const parm = (name: string, value: string): string => `<parm name="${name}" value="${value}"/>`;
const appAuth = (level: string, name: string, seed: string): string =>
  `<characteristic type="APPAUTH">${[
    parm('AAUTHLEVEL', level),
    parm('AAUTHTYPE', 'DIGEST'),
    name,
    parm('AAUTHSECRET', hexOf(seed, 48)),
    parm('AAUTHDATA', Buffer.from(hexOf(`${seed} nonce`, 32), 'hex').toString('base64')),
  ].join('')}</characteristic>`;

/** An account of four parms and two credentials in DIGEST, the server's first. */
const account = varyDocument((text) =>
  text.replace(/<characteristic type="APPLICATION">.*?(?=<characteristic type="DMClient">)/s, (application) => {
    const kept = ['APPID', 'PROVIDER-ID', 'NAME', 'ADDR'].map(
      (name) => new RegExp(`<parm name="${name}" [^>]*>`).exec(application)?.[0] ?? '',
    );
    const name = /<parm name="AAUTHNAME" [^>]*>/.exec(application)?.[0] ?? '';
    const credentials = appAuth('APPSRV', name, `server ${name}`) + appAuth('CLIENT', '', `client ${name}`);
    return `<characteristic type="APPLICATION">${kept.join('')}${credentials}</characteristic>`;
  }),
);

const number = (name: string, value: number): string => `<parm name="${name}" value="${value}" datatype="integer"/>`;
const poll = [
  number('IntervalForFirstSetOfRetries', 15),
  number('NumberOfFirstRetries', 5),
  number('IntervalForSecondSetOfRetries', 60),
  number('NumberOfSecondRetries', 10),
  number('IntervalForRemainingScheduledRetries', 1440),
  number('NumberOfRemainingScheduledRetries', 0),
].join('');

/** Each interval in front of its count; renewal 60 days ahead. */
const settings = varyDocument((text) =>
  text
    .replace(/(<characteristic type="Poll">).*?(<\/characteristic>)/s, `$1${poll}$2`)
    .replace(/(name="RenewPeriod" value=")\d+/, '$160')
    .replace(/(name="RetryInterval" value=")\d+/, '$14'),
);
const push = varyDocument((text) =>
  text.replace(
    '<characteristic type="Poll">',
    '<characteristic type="Push"><parm name="PFN" value="Contoso.Mdm_8wekyb3d8bbwe" datatype="string"/></characteristic>$&',
  ),
);

const all =
  (...varies: readonly Vary[]): Vary =>
  (answer, about) =>
    varies.reduce((varied, vary) => vary(varied, about), answer);
const whole = (highest: number): Vary =>
  all(http, discover(highest), policies, response, certificates, account, settings);

/** The server does not know the account that is written on the way. */
const unasked = [behaves({ proof: 'unasked' })];

/** What we advise otherwise, though Windows accepted it. */
const advice = {
  probe: { 'discovery/probe-content': 'the published answer has text/html (TRN-17)' },
  policies: { 'policy/hash-group': 'Q19' },
  certificates: { 'certificates/validity-nesting': 'the chain ends with its root (X509-06)' },
  account: { 'provisioning/search-criteria-presence': 'the device may present another certificate (PROV-17)' },
};
const onWhole = { ...advice.probe, ...advice.policies, ...advice.certificates, ...advice.account };

/**
 * The server that enrolled a Windows 11 Enterprise 25H2 (26200.9278) five times and more: go-microsoft-dm, whose code and documents (2026)
 * say how it answered. What the device accepted is no defect that breaks a device, so that no mandatory check may fail on it.
 */
export const windows11Servers: readonly LawfulServer[] = [
  { name: 'says little of itself', vary: http, advice: advice.probe },
  { name: 'has ActivityId in front of RelatesTo', vary: discover(3) },
  { name: 'has one OID, in group 4, for hash and policy', vary: policies, advice: advice.policies },
  { name: 'has an empty DispositionMessage in no language', vary: response },
  { name: 'issues for a year from a root of a day', vary: certificates, advice: advice.certificates },
  { name: 'has an account of four parms', vary: account, advice: advice.account, departures: unasked },
  { name: 'has each interval in front of its count', vary: settings },
  { name: 'has a Push node', vary: push },
  { name: 'enrolled Windows 11 25H2 in version 3.0', vary: whole(3), advice: onWhole, departures: unasked },
  { name: 'enrolled Windows 11 25H2 in version 5.0', vary: whole(5), advice: onWhole, departures: unasked },
  { name: 'enrolled Windows 11 25H2 in version 9.0', vary: whole(9), advice: onWhole, departures: unasked },
];
