import type {
  Answer,
  Exchange,
  HttpRequest,
  HttpResponse,
  Label,
  Session,
} from '../../harness/wire/exchange/exchange.ts';

const origin = 'https://enterpriseenrollment.example.test';
const soap = 'http://www.w3.org/2003/05/soap-envelope';
const long = 'MIIC'.repeat(300);

const document = [
  '<wap-provisioningdoc version="1.1"><characteristic type="CertificateStore"><characteristic type="Root"><characteristic type="System">',
  `<characteristic type="0F${'A1'.repeat(19)}"><parm name="EncodedCertificate" value="${long}"/></characteristic>`,
  '</characteristic></characteristic></characteristic><characteristic type="APPLICATION"><parm name="APPID" value="w7"/>',
  '<parm name="AAUTHSECRET" value="redacted-password-2"/></characteristic></wap-provisioningdoc>',
].join('');

const discoverResponse = `<s:Envelope xmlns:s="${soap}">\r
  <s:Body>\r
    <DiscoverResponse xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment">\r
      <DiscoverResult><AuthPolicy>Password</AuthPolicy><!-- <script>alert(1)</script> ]]> \u202E --></DiscoverResult>\r
    </DiscoverResponse>\r
  </s:Body>\r
</s:Envelope>`;

const issueResponse = `<s:Envelope xmlns:s="${soap}"><s:Body><RequestSecurityTokenResponseCollection><RequestSecurityTokenResponse><RequestedSecurityToken><BinarySecurityToken>${base64(document)}</BinarySecurityToken></RequestedSecurityToken><RequestID></RequestID></RequestSecurityTokenResponse></RequestSecurityTokenResponseCollection></s:Body></s:Envelope>`;

const fault = `<s:Envelope xmlns:s="${soap}"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:Authentication</s:Value></s:Subcode></s:Code></s:Fault></s:Body></s:Envelope>`;

/** The evidence of `everyOutcome`: whole and broken exchanges, an issued document, bytes that are no text, a body too large to show. */
export const everyOutcomeSession: Session = {
  meta: {
    target: `${origin}/EnrollmentServer/Discovery.svc`,
    profile: 'on-premise',
    startedAt: '2026-03-04T09:15:22.120Z',
    durationMs: 3412,
    runId: '7f0c3c1e-8e51-4c8e-9d3c-2f6f0d0a4b11',
    capabilities: ['renewal'],
    deviceTrust: [],
    scenarios: ['discovery/clean', 'discovery/versions', 'policy/clean', 'enrollment/clean', 'faults/credentials'],
    filters: ['--suite discovery,policy'],
    effects: ['read', 'enroll'],
    seed: 'every-outcome',
  },
  exchanges: [
    exchange(0, 'Discovery', answered(200, discoverResponse, 'text/xml'), {
      label: label('discovery/clean', 1, { control: true }),
    }),
    exchange(1, 'Discovery', answered(200, 'x'.repeat(70_000)), {
      label: label('discovery/versions', 1, { variant: 'RequestVersion 4.0' }),
    }),
    exchange(2, 'Policy', {
      kind: 'broken',
      reason: 'reset',
      message: 'The peer reset the connection after 120 ms.',
      tls: tls(false),
    }),
    exchange(3, 'Enrollment', answered(200, issueResponse), { label: label('enrollment/clean', 3) }),
    exchange(4, 'Enrollment', answered(500, fault), {
      label: label('faults/credentials', 1, { deviations: ['wrong-password'] }),
      secrets: [{ placeholder: 'redacted-password-1', length: 12, base64: false, padded: true }],
    }),
    {
      ...exchange(
        5,
        'Other',
        answered(
          200,
          Uint8Array.from({ length: 600 }, (_, index) => index % 7),
          'image/png',
        ),
      ),
      comment: 'not ours',
    },
  ],
};

function exchange(index: number, service: string, answer: Answer, more: Partial<Exchange> = {}): Exchange {
  const startedAt = new Date(Date.UTC(2026, 2, 4, 9, 15, 22, 120 + 400 * index)).toISOString();
  return { index, startedAt, durationMs: 38 + index, request: request(service), answer, secrets: [], ...more };
}

function request(service: string): HttpRequest {
  return {
    method: 'POST',
    url: `${origin}/EnrollmentServer/${service}.svc`,
    headers: [
      ['Content-Type', 'application/soap+xml; charset=utf-8'],
      ['User-Agent', 'ENROLLClient'],
    ],
    body: bytes(`<s:Envelope xmlns:s="${soap}"><s:Body/></s:Envelope>`),
  };
}

function answered(status: number, body: string | Uint8Array, type = 'application/soap+xml; charset=utf-8'): Answer {
  const content = typeof body === 'string' ? bytes(body) : body;
  const response: HttpResponse = {
    status,
    statusText: status === 200 ? 'OK' : 'Internal Server Error',
    httpVersion: 'HTTP/1.1',
    headers: [
      ['Content-Type', type],
      ['X-Odd', '<b>"&\u001B[31m'],
      ['Content-Length', String(content.length)],
    ],
    body: content,
    framing: { contentLengths: [String(content.length)], bodyBytes: content.length },
    tls: tls(true),
  };
  return { kind: 'answered', response };
}

function tls(authorized: boolean) {
  const facts = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', authorized, peerChain: [] };
  return authorized ? facts : { ...facts, error: 'CERT_HAS_EXPIRED' };
}

function label(scenario: string, step: number, more: Partial<Label> = {}): Label {
  return { scenario, name: `${scenario} ${step}`, flow: 'device-1', step, ...more };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
