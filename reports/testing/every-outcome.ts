import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { causesOf } from '../../harness/engine/verdict/causes.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { awkward } from './awkward.ts';
import { coverage } from './coverage.ts';
import { everyOutcomeSession } from './every-outcome-session.ts';
import { blocked, format, judgement, note, requirement } from './judgement-parts.ts';
import { refusals } from './refusals.ts';

const judgements: readonly Judgement[] = [
  judgement('transport/certificate', {
    title: 'The TLS certificate is valid for the host name and reaches a trusted root',
    exchanges: [0, 1, 2, 3],
    requirements: [
      requirement('TLS-0001', 'The server proves its name with a chain that the device trusts', 'RFC 5280, 6.1'),
    ],
  }),
  judgement('transport/ping', {
    title: 'The probe is answered with status 200',
    level: 'SHOULD',
    outcome: 'inapplicable',
    reason: 'applies when the session has a probe; it began with Discover',
    exchanges: [],
  }),
  judgement('discovery/answer', { title: 'A valid Discover request gets a usable answer', exchanges: [0, 1] }),
  judgement('discovery/auth-policy', {
    title: 'AuthPolicy is Federated, Certificate or OnPremise',
    outcome: 'failed',
    impact: format,
    remedy: 'Send one of the three values, in this letter case',
    exchanges: [0, 1],
    findings: [
      {
        message: 'AuthPolicy is "Password"',
        exchange: 0,
        part: 'body',
        path: '/s:Envelope/s:Body/d:DiscoverResponse/d:DiscoverResult/d:AuthPolicy',
        expected: 'Federated, Certificate or OnPremise',
        actual: 'Password',
      },
      {
        message: `AuthPolicy is "${awkward}"`,
        exchange: 1,
        part: 'body',
        actual: awkward,
        variant: 'RequestVersion 4.0',
      },
    ],
  }),
  judgement('discovery/content-type', {
    title: 'The response has the media type application/soap+xml',
    level: 'SHOULD',
    basis: 'documentation',
    outcome: 'failed',
    contrived: true,
    impact: {
      kind: 'tolerated',
      says: 'it reads the body whatever its media type',
      evidence: { by: 'seen', source: 'Windows 10 19043' },
    },
    remedy: 'Send Content-Type: application/soap+xml; charset=utf-8',
    exchanges: [0],
    findings: [
      {
        message: 'Content-Type is "text/xml"',
        exchange: 0,
        part: 'headers',
        path: 'Content-Type',
        expected: 'application/soap+xml',
        actual: 'text/xml',
      },
    ],
  }),
  judgement('discovery/activity-id', {
    title: 'The response carries an ActivityId for support',
    level: 'MAY',
    outcome: 'failed',
    impact: { kind: 'unknown', says: 'nothing that is documented' },
    remedy: 'Add the ActivityId header',
    exchanges: [0],
    findings: [{ message: 'There is no ActivityId', exchange: 0, part: 'body', path: '/s:Envelope/s:Header' }],
  }),
  judgement('policy/answer', {
    title: 'A valid GetPolicies request gets a usable answer',
    must: 'seen-on-windows',
    seen: 'a report of a build of Windows: 0x80072EFE',
    outcome: 'failed',
    impact: {
      kind: 'breaks',
      hresult: '0x80072EFE',
      says: 'the connection ended abnormally',
      evidence: { by: 'reported', source: 'a public report' },
    },
    remedy: 'Answer GetPolicies with GetPoliciesResponse',
    exchanges: [2],
    findings: [
      { message: 'the connection was reset before an answer came', exchange: 2, part: 'connection', impact: format },
    ],
  }),
  blocked('policy/key-length', 'The policy asks for RSA keys of at least 2048 bits'),
  blocked('policy/hash-algorithm', 'The policy names a hash algorithm by its OID', 'SHOULD'),
  judgement('enrollment/answer', { title: 'A valid request for a certificate gets a usable answer', exchanges: [3] }),
  blocked('enrollment/key-matches-policy', 'The issued certificate has the key that the policy asks for'),
  judgement('renewal/answer', {
    title: 'A valid renewal gets a usable answer',
    outcome: 'inconclusive',
    reason: 'the session has no renewal: the run was allowed to read and enroll only',
    exchanges: [],
  }),
  judgement('renewal/window', {
    title: 'A certificate can be renewed in its renewal period',
    level: 'SHOULD',
    outcome: 'inconclusive',
    reason: 'the session has no renewal: the run was allowed to read and enroll only',
    exchanges: [],
  }),
  judgement('faults/wrong-password', {
    title: 'A wrong password is refused with the subcode Authentication',
    must: 'security',
    basis: 'security',
    outcome: 'errored',
    reason: `the check threw TypeError: ${awkward}`,
    impact: { kind: 'security', says: 'anyone who knows a user name can enroll' },
    exchanges: [4],
  }),
];

/** One way in of each sort. */
const ways: Results['ways'] = [
  {
    way: 'on-premise',
    state: 'judged',
    verdict: 'nonconformant',
    because: '1 MUST failed',
    exchanges: [0, 1, 2, 3],
    failed: [{ check: 'discovery/auth-policy', level: 'MUST' }],
  },
  { way: 'federated', state: 'not-driven', because: `the server offers it, but ${awkward}`, exchanges: [], failed: [] },
  { way: 'certificate', state: 'not-offered', because: 'the server does not choose it', exchanges: [], failed: [] },
];

/** Results with each outcome, level and impact, and with every character that is hard to write. */
export const everyOutcome: Results = {
  ways,
  schemaVersion: 1,
  tool: { name: 'mde-conformance', version: '0.1.0' },
  run: {
    id: '7f0c3c1e-8e51-4c8e-9d3c-2f6f0d0a4b11',
    startedAt: '2026-03-04T09:15:22.120Z',
    durationMs: 3412,
    mode: 'live',
    target: 'https://enterpriseenrollment.example.test/EnrollmentServer/Discovery.svc',
    profile: 'P1',
    maker: {
      user: `auditor at <b>${awkward}</b>`,
      commandLine: 'mde-conformance run https://enterpriseenrollment.example.test/ --email user@example.test',
      node: '20.19.0',
      machine: 'Linux 6.1 x64, 2 processors',
    },
  },
  requirementSet: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  scope: {
    covers: 'on-premise enrollment',
    device: 'Windows 10 (10.0.19043)',
    profile: 'P1',
    besides: ['Windows 11 25H2 (10.0.26200)'],
    notJudged: ['renewal', 'federated sign-in'],
    limitedTo: [],
  },
  verdict: 'unsound',
  because: 'The check faults/wrong-password broke, so this run proves nothing; 2 MUST checks failed besides.',
  exitCode: 5,
  counts: {
    passed: 3,
    failed: 4,
    inapplicable: 1,
    inconclusive: 5,
    errored: 1,
    failedMust: 2,
    causes: 2,
    inconclusiveMust: 3,
    failedMusts: { specified: 1, security: 0, 'seen-on-windows': 1 },
  },
  refusals,
  causes: causesOf(judgements, [], { refusals, siblingOf: () => 0, isExceptional: () => false }),
  judgements,
  coverage,
  exchanges: [
    note(0, 'discover', 'POST /EnrollmentServer/Discovery.svc → 200, DiscoverResponse', 'discovery/clean'),
    {
      ...note(1, 'discover', 'POST /EnrollmentServer/Discovery.svc → 200, DiscoverResponse', 'discovery/versions'),
      variant: 'RequestVersion 4.0',
    },
    note(2, 'get-policies', 'POST /EnrollmentServer/Policy.svc → connection reset', 'policy/clean'),
    note(
      3,
      'issue',
      'POST /EnrollmentServer/Enrollment.svc → 200, RequestSecurityTokenResponseCollection',
      'enrollment/clean',
    ),
    {
      ...note(4, 'issue', 'POST /EnrollmentServer/Enrollment.svc → 500, fault Authentication', 'faults/credentials'),
      deviations: ['wrong-password'],
    },
    note(5, 'other', `GET /<b>${awkward}</b> → 200, not text`),
  ],
};

export const everyOutcomeEvidence: Session = everyOutcomeSession;
