import type { Departure } from '../../engine/rule/counterexample.ts';
import { answer, behaves, header, provisioning, remove, replace, set } from '../../engine/rule/departures.ts';
import { readCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { HttpRequest, Transport } from '../../wire/exchange/exchange.ts';
import { acceptedToo, oneActivityId, timestampOf2018, withoutRenewal } from './departures.ts';
import { inPlace, page } from './in-place.ts';
import type { Asked } from './in-place.ts';
import { broad } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

/** A handler that matches regular expressions, uses what they found, and panics where they found nothing. */
function panicsOn(request: HttpRequest, asked: Asked): boolean {
  if (asked !== 'discover' && asked !== 'get-policies' && asked !== 'issue') return false;
  const text = Buffer.from(request.body).toString();
  if (!/<s:Envelope[ >]/.test(text) || !/<a:MessageID>[^<]+<\/a:MessageID>/.test(text)) return true;
  return (
    asked === 'issue' && !isReadByGo(/200512\/Issue<[^]*?<wsse:BinarySecurityToken[^>]*>([^<]*)</.exec(text)?.[1] ?? '')
  );
}

/** Go's x509 refuses `!` and NUL in a PrintableString (golang/go #14017, fleetdm/fleet #12260), and MD5. */
function isReadByGo(token: string): boolean {
  try {
    const { shape, signatureValid, signature } = readCertificateRequest(Buffer.from(token, 'base64'));
    return shape !== 'windows' && signatureValid && signature.hash !== 'md5';
  } catch {
    return false;
  }
}

/** What both servers have that read their messages with regular expressions (field-defects.md, section 3). */
const regularExpressions: readonly Departure[] = [
  answer('discover fault', { as: 'control' }),
  answer('get-policies fault', { as: 'control' }),
  answer('issue fault', { as: 'control' }),
  behaves({
    acceptsAnyPassword: true,
    leaf: { serial: '2' },
    root: { notBeforeDays: -1000, notAfterDays: -700 },
  }),
  header('probe', 'Content-Type'),
  ...acceptedToo([
    ...timestampOf2018,
    ...oneActivityId('0b5e6c1a-52f3-4d0e-9a55-5c1f2f0e7a44 '),
    provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
    provisioning.set('//parm[@name="AAUTHDATA"]/@value', 'nonce'),
    withoutRenewal,
  ]),
];

const panicking = inPlace((request, asked) => (panicsOn(request, asked) ? 'close' : undefined));

/** A catch-all route that writes an error page without its status (field-defects.md, section 3). */
const answersPut = inPlace(({ method }) =>
  method === 'PUT' ? page(200, 'text/plain; charset=utf-8', '404 page not found\n') : undefined,
);

/** Two published servers in Go, as recordings of them show (field-defects.md, section 3). */
export const regularExpressionServers: readonly VendorServer[] = [
  {
    name: 'is windows_mdm',
    run: {
      scenarios: broad,
      departures: [
        ...regularExpressions,
        ...acceptedToo([
          replace('get-policies', '<response>', '<xcep:response>'),
          replace('get-policies', '</response>', '</xcep:response>'),
        ]),
      ],
      between: panicking,
    },
    verdict: 'nonconformant',
    fails: [
      'envelope/well-formed',
      'discovery/offered-policy',
      'policy/answer',
      'enrollment/answer',
      'enrollment/windows-certificate-request',
      'enrollment/required-credential',
      'enrollment/unknown-user',
      'enrollment/missing-certificate-request',
      'enrollment/certificate-request-signature',
      'provisioning/chain',
      'certificates/serial-uniqueness',
      'faults/soap-fault',
      'faults/enrollment-refusal',
      'faults/other-credential',
      'faults/incomplete-credential',
    ],
    causes: [
      'no-authentication',
      'refused-windows-certificate-request',
      'unreadable-answers',
      'provisioning/chain',
      'errors-without-fault',
      'discovery/offered-policy',
      'certificates/serial-uniqueness',
    ],
    advice: [
      'envelope/activity-id',
      'envelope/distinct-activity-ids',
      'envelope/timestamp',
      'envelope/timestamp-span',
      'envelope/prefixes',
      'envelope/padding',
      'envelope/malformed-message',
      'envelope/unknown-action',
      'envelope/older-soap-version',
      'envelope/unknown-mandatory-header',
      'discovery/probe-content',
      'discovery/missing-request',
      'discovery/missing-email',
      'enrollment/undecodable-certificate-request',
      'enrollment/unreadable-certificate-request',
      'enrollment/short-key',
      'enrollment/broken-hash',
      'provisioning/search-criteria-presence',
      'provisioning/authentication-nonce',
      'provisioning/renewal-settings',
      'provisioning/nonce-uniqueness',
      'certificates/serial-entropy',
      'certificates/authority-validity',
      'faults/wrong-password',
      'faults/unknown-user',
      'faults/repeated-security',
      'faults/expired-timestamp',
    ],
    open: ['policy/schema', 'transport/enrollment-unchunked'],
    first: [/xcep/, /certificate request/i, /exchange \d+/i],
  },
  {
    name: 'is mdm-server-demo',
    run: {
      scenarios: broad,
      departures: [
        ...regularExpressions,
        ...acceptedToo([
          set('get-policies', '//x:oID[x:group="1"]/x:value', '1.3.14.3.2.29'),
          set('get-policies', '//x:oID[x:group="1"]/x:defaultName', ' szOID_NIST_sha256'),
          remove('get-policies', '/s:Envelope/s:Body/x:GetPoliciesResponse/x:cAs'),
          remove('get-policies', '//x:policy/x:cAs'),
          set('issue', '//wstep:RequestID', '\n      0\n    '),
        ]),
      ],
      between: (transport: Transport) => answersPut(panicking(transport)),
    },
    verdict: 'nonconformant',
    fails: [
      'discovery/offered-policy',
      'policy/schema',
      'policy/required-credential',
      'policy/message-parts',
      'policy/policy-parts',
      'enrollment/answer',
      'enrollment/windows-certificate-request',
      'enrollment/required-credential',
      'enrollment/unknown-user',
      'enrollment/missing-certificate-request',
      'enrollment/certificate-request-signature',
      'provisioning/chain',
      'certificates/serial-uniqueness',
      'faults/soap-fault',
      'faults/policy-refusal',
      'faults/enrollment-refusal',
      'faults/other-credential',
      'faults/incomplete-credential',
    ],
    causes: [
      'no-authentication',
      'refused-windows-certificate-request',
      'provisioning/chain',
      'errors-without-fault',
      'policies-without-authorities',
      'discovery/offered-policy',
      'certificates/serial-uniqueness',
    ],
    advice: [
      'envelope/activity-id',
      'envelope/distinct-activity-ids',
      'envelope/timestamp',
      'envelope/timestamp-span',
      'envelope/prefixes',
      'envelope/padding',
      'envelope/malformed-message',
      'envelope/unknown-action',
      'envelope/older-soap-version',
      'envelope/unknown-mandatory-header',
      'discovery/probe-content',
      'discovery/missing-request',
      'discovery/missing-email',
      'policy/unknown-user',
      'policy/hash-label',
      'enrollment/request-id',
      'enrollment/undecodable-certificate-request',
      'enrollment/unreadable-certificate-request',
      'enrollment/short-key',
      'enrollment/broken-hash',
      'provisioning/search-criteria-presence',
      'provisioning/authentication-nonce',
      'provisioning/renewal-settings',
      'provisioning/nonce-uniqueness',
      'certificates/serial-entropy',
      'certificates/authority-validity',
      'faults/wrong-password',
      'faults/unknown-user',
      'faults/repeated-security',
      'faults/expired-timestamp',
      'robustness/http-methods',
    ],
    open: ['transport/enrollment-unchunked'],
    first: [/certificate request/i, /exchange \d+/i],
  },
];
