import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/verdict/results.ts';
import { readHar } from '../../wire/har/har.ts';
import { assess } from '../../app/assess.ts';
import { sharedFolder } from '../shared-folder.ts';
import { checks } from '../../../suites/index.ts';

/** Every check that fails on a recording, with a piece of one of its messages: no more, no less. */
const expected = {
  'windows_mdm-onpremise': {
    'envelope/well-formed': 'Namespace prefix xcep on response is not defined',
    'envelope/distinct-activity-ids': '8c6060c4-3d78-4d73-ae17-e8bce88426ee',
    'envelope/timestamp': 'Expires is "2018-12-30',
    'envelope/timestamp-span': '30 days',
    'envelope/malformed-message': 'The server accepted the request',
    'envelope/unknown-action': 'The server accepted the request',
    'discovery/answer': 'Empty reply from server',
    'discovery/probe-content': 'no Content-Type',
    'discovery/offered-policy': 'AuthPolicy is "OnPremise"',
    'discovery/missing-email': 'The server accepted the request',
    'policy/answer': 'Namespace prefix xcep',
    'enrollment/required-credential': 'without a credential',
    'enrollment/unreadable-certificate-request': 'Empty reply from server',
    'enrollment/certificate-request-signature': 'Empty reply from server',
    'provisioning/unlisted-application-names': 'ServerList',
    'provisioning/search-criteria-presence': 'no SSLCLIENTCERTSEARCHCRITERIA',
    'provisioning/authentication-nonce': 'not base64',
    'provisioning/renewal-settings': 'no WSTEP/Renew',
    'provisioning/chain': 'expired on 2024-01-03',
    'certificates/serial-uniqueness': 'Serial number 2',
    'certificates/serial-entropy': 'the largest is 2',
    'certificates/repeated-certificate-request': 'differs from the one of exchange 16',
    'certificates/authority-validity': 'expired on 2024-01-03',
    'faults/soap-fault': 'Empty reply from server',
  },
  'mdm-server-demo': {
    'transport/content-length': 'Content-Length is 1301, the body has 988 bytes',
    'envelope/activity-id': '\\n',
    'envelope/distinct-activity-ids': '8c6060c4-3d78-4d73-ae17-e8bce88426ee',
    'envelope/timestamp': 'Expires is "2018-12-30',
    'envelope/timestamp-span': '30 days',
    'envelope/malformed-message': 'The server accepted the request',
    'envelope/unknown-action': 'The server accepted the request',
    'discovery/answer': 'Empty reply from server',
    'discovery/probe-content': 'no Content-Type',
    'discovery/offered-policy': 'AuthPolicy is "OnPremise"',
    'discovery/missing-email': 'The server accepted the request',
    'policy/schema': 'x:cAs',
    'policy/required-credential': 'The server accepted the request',
    'policy/message-parts': 'no cAs',
    'policy/hash-label': 'OID 1.3.14.3.2.29 is sha1, its defaultName " szOID_NIST_sha256"',
    'enrollment/request-id': 'RequestID is "0\\n',
    'enrollment/required-credential': 'without a credential',
    'enrollment/unreadable-certificate-request': 'Empty reply from server',
    'enrollment/certificate-request-signature': 'Empty reply from server',
    'provisioning/unlisted-application-names': 'ServerList',
    'provisioning/search-criteria-presence': 'no SSLCLIENTCERTSEARCHCRITERIA',
    'provisioning/authentication-nonce': 'not base64',
    'provisioning/enterprise-device-id': 'no EntDMID',
    'provisioning/polling-second-interval': '3 minutes, the first 15',
    'provisioning/chain': 'expired on 2024-01-03',
    'certificates/serial-uniqueness': 'Serial number 2',
    'certificates/serial-entropy': 'the largest is 2',
    'certificates/repeated-certificate-request': 'differs from the one of exchange 16',
    'certificates/policy-validity': '31536000 seconds',
    'certificates/authority-validity': 'expired on 2024-01-03',
    'faults/soap-fault': 'Empty reply from server',
    'management/schema': "Element 'sync:Type'",
    'robustness/http-methods': 'PUT is answered with HTTP 200',
  },
  'mattrax-ts': {
    'envelope/activity-id': '"..."',
    'envelope/distinct-activity-ids': '"..."',
    'envelope/timestamp': 'Expires is "2018-12-30',
    'envelope/timestamp-span': '30 days',
    'envelope/malformed-message': 'The server refused with HTTP 500 with JSON where SOAP was due',
    'envelope/unknown-action': 'The server refused with HTTP 500 with JSON where SOAP was due',
    'discovery/answer': 'HTTP 500 with JSON where SOAP was due',
    'discovery/probe-content': 'text/plain',
    'discovery/negotiated-version': 'EnrollmentVersion is "5.0"',
    'discovery/missing-email': 'The server refused with HTTP 500 with JSON where SOAP was due',
    'policy/schema': 'x:commonName',
    'policy/policy-oid-reference': 'policyOIDReference "0"',
    'enrollment/credential-fault': 'HTTP 500 with JSON where SOAP was due',
    'enrollment/unreadable-certificate-request': 'HTTP 500 with JSON where SOAP was due',
    'enrollment/certificate-request-signature': 'The server accepted the request',
    'provisioning/authentication-nonce': 'not base64',
    'provisioning/renewal-settings': 'no WSTEP/Renew',
    'certificates/version': 'version 1 certificate has 4 extensions',
    // The subject that this server writes; nothing is left to do here.
    'certificates/subject-identity': 'CN=TODO',
    'certificates/serial-number': '-2064651178094643485184',
    'certificates/policy-key-length': 'has 2048 bits',
    'faults/soap-fault': 'HTTP 500 with JSON where SOAP was due',
    'management/answer': 'HTTP 400 with text',
  },
} as const;

describe('audits of three recorded servers', () => {
  describe.for(Object.entries(expected))('%s', ([file, findings]) => {
    const results = audit(file);

    test('fails exactly the checks that its defects concern', () => {
      const failed = results.judgements.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
      expect(failed).toEqual(Object.keys(findings));
    });

    test('quotes what was seen', () => {
      const missing = Object.entries(findings).filter(([check, piece]) => !messages(results, check).includes(piece));
      expect(missing).toEqual([]);
    });

    test('breaks no check, is never conformant, and knows a PUT for what it is', () => {
      expect(results.counts.errored).toBe(0);
      expect(results.verdict).toBe('nonconformant');
      const others = results.exchanges.filter(({ kind }) => kind === 'other');
      expect(others.map(({ summary, deviations }) => `${summary.slice(0, 3)} ${deviations.join()}`)).toEqual([
        'PUT method',
      ]);
    });
  });
});

function audit(file: string): Results {
  const session = readHar(readFileSync(path.join(sharedFolder, 'captures', `${file}.har`), 'utf8'));
  return assess(session, checks, {
    mode: 'audit',
    runId: file,
    startedAt: session.exchanges[0]?.startedAt ?? '',
    durationMs: 0,
    target: file,
  });
}

function messages(results: Results, check: string): string {
  const judgement = results.judgements.find((candidate) => candidate.check === check);
  return (judgement?.findings ?? []).map(({ message }) => message).join('\n');
}
