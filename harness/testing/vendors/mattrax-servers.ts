import type { AnswerDeparture, Departure } from '../../engine/rule/counterexample.ts';
import { answer, behaves, reissue, remove, set } from '../../engine/rule/departures.ts';
import { acceptedToo, jsonErrors, oneActivityId, timestampOf2018, withoutRenewal } from './departures.ts';
import { broad } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

const misdirected = { as: 'fault', subcode: 'MessageFormat', errorType: 'InvalidEnrollmentData' } as const;

const bareFault = (where: Pick<AnswerDeparture, 'on' | 'deviation'>): readonly Departure[] => [
  { ...where, status: 200 },
  { ...where, xml: { op: 'remove', at: '/s:Envelope/s:Header/*' } },
];

/** Mattrax as it is recorded (field-defects.md, section 3), and as its older sources in Go have it (mdm/windows, pkg/soap). */
export const mattraxServers: readonly VendorServer[] = [
  {
    name: 'is Mattrax in TypeScript',
    run: {
      scenarios: broad,
      departures: [
        ...jsonErrors,
        { on: 'issue fault', deviation: 'csr-signature', answer: { as: 'control' } },
        // The subject as it is recorded; nothing is left to do here.
        reissue({ version: 1, subject: 'CN=TODO' }),
        ...oneActivityId('...'),
        set('get-policies', '/s:Envelope/s:Body/x:GetPoliciesResponse/x:cAs', ''),
        set('get-policies', '/s:Envelope/s:Body/x:GetPoliciesResponse/x:oIDs', ''),
        ...acceptedToo([...timestampOf2018, withoutRenewal], { deviation: 'csr-signature' }),
      ],
    },
    verdict: 'nonconformant',
    fails: [
      'policy/schema',
      'policy/policy-oid-reference',
      'policy/ca-reference',
      'enrollment/credential-fault',
      'enrollment/missing-certificate-request',
      'enrollment/certificate-request-signature',
      'certificates/version',
      'faults/soap-fault',
      'faults/policy-refusal',
      'faults/enrollment-refusal',
    ],
    causes: [
      'enrollment/certificate-request-signature',
      'errors-without-fault',
      'undefined-references',
      'certificates/version',
    ],
    advice: [
      'envelope/activity-id',
      'envelope/distinct-activity-ids',
      'envelope/timestamp',
      'envelope/timestamp-span',
      'envelope/malformed-message',
      'envelope/unknown-action',
      'envelope/unknown-mandatory-header',
      'discovery/uncommon-policy',
      'discovery/missing-request',
      'discovery/missing-email',
      'discovery/legacy-discover',
      'policy/unknown-user',
      'enrollment/undecodable-certificate-request',
      'enrollment/unreadable-certificate-request',
      'enrollment/short-key',
      'enrollment/broken-hash',
      'provisioning/renewal-settings',
      'certificates/subject-identity',
      'faults/wrong-password',
      'faults/unknown-user',
    ],
    open: [],
    // The recorded subject again.
    first: [/JSON/, /CN=TODO/, /exchange \d+/i],
  },
  {
    name: 'is an older Mattrax in Go',
    run: {
      scenarios: broad,
      departures: [
        // The policy service asks nobody for a credential (win_enroll_policy.go); discovery compares nothing (win_enroll_discover.go).
        answer('discover fault', { as: 'control' }),
        answer('get-policies fault', { as: 'control' }),
        { on: 'get-policies fault', deviation: 'action', answer: misdirected },
        // Faults go out with HTTP 200, without Action and RelatesTo (fault.go, soap.go).
        ...bareFault({ on: 'get-policies fault', deviation: 'action' }),
        ...bareFault({ on: 'issue fault' }),
        // What cannot be read is answered with HTTP 400 and nothing more (soap.go, Read).
        ...(['discover fault', 'get-policies fault', 'issue fault'] as const).flatMap((on) =>
          ['malformed', 'soap-version'].flatMap((deviation): readonly Departure[] => [
            { on, deviation, answer: { as: 'empty' } },
            { on, deviation, status: 400 },
          ]),
        ),
        // The policy has neither commonName nor certificateValidity nor permission (policy.go).
        remove('get-policies', '//x:attributes/x:commonName'),
        remove('get-policies', '//x:attributes/x:certificateValidity'),
        remove('get-policies', '//x:attributes/x:permission'),
        // Go reads no certificate request of Windows (golang/go #14017).
        behaves({ refusesWindowsCsr: true }),
      ],
    },
    verdict: 'nonconformant',
    fails: [
      'discovery/offered-policy',
      'policy/schema',
      'policy/required-credential',
      'enrollment/answer',
      'enrollment/windows-certificate-request',
      'faults/policy-refusal',
      'faults/other-credential',
      'faults/incomplete-credential',
    ],
    causes: [
      'no-authentication-for-policies',
      'refused-windows-certificate-request',
      'discovery/offered-policy',
      'policy/schema',
    ],
    advice: [
      'envelope/malformed-message',
      'envelope/unknown-action',
      'envelope/unknown-mandatory-header',
      'discovery/missing-request',
      'discovery/missing-email',
      'policy/unknown-user',
      'faults/wrong-password',
      'faults/unknown-user',
      'faults/repeated-security',
      'faults/expired-timestamp',
      'faults/action',
    ],
    open: [],
    first: [/certificate request/i, /exchange \d+/i],
  },
];
