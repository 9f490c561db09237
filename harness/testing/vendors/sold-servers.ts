import { behaves, reissue, remove, set } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Transport } from '../../wire/exchange/exchange.ts';
import { jsonErrors, withoutAuthentication, withoutRenewal } from './departures.ts';
import { enrolling, requestTypes } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

/** The reference server knows OnPremise only: it is asked for that where the device offers Federated. */
const swapsPolicies = (transport: Transport): Transport => {
  const swapped: Readonly<Record<string, string>> = { OnPremise: 'Federated', Federated: 'OnPremise' };
  const swap = (text: string): string =>
    text.replaceAll(/(AuthPolicy>)(OnPremise|Federated)(?=<)/g, (_, tag: string, name: string) => {
      return `${tag}${swapped[name] ?? name}`;
    });
  return (request) => transport({ ...request, body: Buffer.from(swap(Buffer.from(request.body).toString())) });
};
const federated: readonly Departure[] = [
  set('discover', '//d:AuthPolicy', 'Federated'),
  remove('discover', '//d:AuthenticationServiceUrl/@xsi:nil'),
  set('discover', '//d:AuthenticationServiceUrl', 'https://enterpriseenrollment.contoso.example/signin'),
];

/** Servers that enroll devices, or would, and of which the whole plan has to say one thing. */
export const soldServers: readonly VendorServer[] = [
  {
    name: 'signs with SHA-1 and offers no renewal',
    run: { departures: [reissue({ hash: 'sha1' }), withoutRenewal] },
    verdict: 'conformant',
    fails: [],
    advice: ['provisioning/renewal-settings', 'certificates/policy-hash', 'certificates/signature-hash'],
    open: [],
    first: [/sha1/, /no WSTEP\/Renew/, /exchange \d+/],
  },
  {
    name: 'refuses the certificate request of Windows',
    run: { departures: [behaves({ refusesWindowsCsr: true })] },
    verdict: 'nonconformant',
    fails: ['enrollment/answer', 'enrollment/windows-certificate-request'],
    causes: ['refused-windows-certificate-request'],
    advice: [],
    open: [],
    first: [/Exchange 3/, /certificate request of Windows is refused/, /0x80180004/, /PrintableString/],
  },
  {
    name: 'offers Federated only',
    run: { departures: federated, between: swapsPolicies },
    verdict: 'incomplete',
    fails: [],
    advice: [],
    open: ['policy/answer', 'enrollment/answer', 'provisioning/thumbprint', 'renewal/answer'],
    first: [/the server chose Federated, which this version does not drive yet/],
  },
  {
    name: 'asks nobody for a password',
    run: { departures: withoutAuthentication },
    verdict: 'nonconformant',
    fails: [
      'policy/required-credential',
      'enrollment/required-credential',
      'enrollment/unknown-user',
      'faults/policy-refusal',
      'faults/enrollment-refusal',
      'faults/empty-password',
      'faults/other-credential',
      'faults/incomplete-credential',
    ],
    causes: ['no-authentication'],
    advice: [
      'policy/unknown-user',
      'faults/wrong-password',
      'faults/near-miss-password',
      'faults/unknown-user',
      'faults/repeated-security',
      'faults/expired-timestamp',
    ],
    open: [],
    first: [/Anybody enrolls/, /with no Security header/, /exchange \d+/],
  },
  {
    name: 'says its errors as JSON',
    run: { departures: jsonErrors },
    verdict: 'nonconformant',
    fails: [
      'policy/missing-client',
      'enrollment/credential-fault',
      'enrollment/missing-request-type',
      'enrollment/unknown-request-type',
      'enrollment/key-exchange-token',
      'enrollment/query-token-status',
      'enrollment/missing-certificate-request',
      'enrollment/certificate-request-signature',
      'faults/soap-fault',
      'faults/policy-refusal',
      'faults/enrollment-refusal',
      'faults/state-authorization',
      'faults/state-ca-down',
      'renewal/signature',
      'renewal/foreign-certificate',
      'renewal/requester',
      'renewal/requester-device',
      'renewal/barred-device',
    ],
    causes: ['errors-without-fault'],
    says: /JSON where SOAP was due/,
    open: [],
    first: [/no SOAP faults \(HTTP 500 with JSON\)/, /exchange \d+/, /0x801901F4/],
  },
  {
    name: 'has a root without the CA bit',
    run: { scenarios: enrolling, departures: [behaves({ root: { ca: false } })] },
    verdict: 'nonconformant',
    fails: ['provisioning/chain', 'certificates/root-authority'],
    causes: ['authority-without-ca-bit'],
    advice: [],
    open: [],
    first: [/exchange \d+/i, /CA/],
  },
  {
    name: 'never reads RequestType',
    run: {
      scenarios: requestTypes,
      departures: ['request-type-missing', 'request-type', 'key-exchange-token', 'query-token-status'].map(
        (deviation) => ({ on: 'issue fault', deviation, answer: { as: 'control' } }) as const,
      ),
    },
    verdict: 'nonconformant',
    fails: [
      'enrollment/missing-request-type',
      'enrollment/unknown-request-type',
      'enrollment/key-exchange-token',
      'enrollment/query-token-status',
    ],
    causes: ['unread-request-type'],
    advice: [],
    open: ['faults/soap-fault'],
    first: [/exchange \d+/i, /RequestType/],
  },
];
