import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { checks } from '../../../suites/index.ts';

interface Kill {
  readonly counterexample: string;
  readonly name: string;
  readonly fails: readonly string[];
}

const kills = JSON.parse(
  readFileSync(path.join(packageRoot, 'harness/testing/proofs/kill-matrix.json'), 'utf8'),
) as readonly Kill[];

/**
 * Defects of real servers, as their issue trackers report them, and the counterexamples with the same defect: `serve
 * --defect <check>:<n>` shows each one live.
 */
const defects: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'RequestVersion is compared with a list, so that new builds of Windows are refused': {
    'discovery/newer-request-versions': ['a list of known versions', 'a server that does not know Windows 11 25H2'],
    'robustness/client-versions': ['a list of versions that ends at 6.0'],
  },
  'the certificate request of a real Windows is not read': {
    'enrollment/windows-certificate-request': ['a strict reader of ASN.1'],
  },
  'errors are no SOAP faults, or faults in lower case or with a status that hides them': {
    'faults/soap-fault': ['a refusal as JSON', 'an error page', 'an empty refusal'],
    'faults/letter-case': ['a fault in lower case'],
    'faults/http-status': ['the status of a wrong request'],
  },
  'an HTTP status shows through, and empty answers': {
    'discovery/answer': ['an empty answer', 'an HTML page'],
    'policy/answer': ['an empty answer'],
    'enrollment/answer': ['an empty answer'],
  },
  'an AuthPolicy is advertised that the services refuse': {
    'robustness/advertised-authentication': ['a policy service that knows no user'],
  },
  'answers are chunked': {
    'transport/discover-unchunked': ['a chunked answer'],
    'transport/policies-unchunked': ['a chunked answer'],
    'transport/enrollment-unchunked': ['a chunked answer'],
  },
  'Content-Length is wrong': {
    'transport/content-length': ['a length below that of the body'],
  },
  'certificates are issued for nobody, or for any password': {
    'enrollment/required-credential': ['certificates for anybody'],
  },
  'whoever says the HWDevID of a device takes its enrollment over': {
    'enrollment/shared-hardware-id': ['devices known by their hardware'],
  },
  'nobody looks whether the requester holds the key': {
    'enrollment/certificate-request-signature': ['acceptance by issue'],
  },
  'serial numbers repeat, authorities are none, version 1 has extensions': {
    'certificates/serial-uniqueness': ['one serial number for all'],
    'certificates/serial-number': ['a serial number of 21 octets'],
    'certificates/root-authority': ['a root without the CA bit'],
    'certificates/version': ['version 1 with extensions'],
  },
  'other prefixes, white space and unusual ids break a reader of text': {
    'envelope/prefixes': ['a search for the usual prefixes'],
    'envelope/padding': ['an Action that is compared as it stands'],
    'envelope/message-id-spellings': ['a check for a GUID'],
    'enrollment/certificate-request-spacing': ['a server that decodes the text as it is'],
  },
  'RelatesTo is another id than that of the request': {
    'envelope/relates-to': ['the id of another message'],
    'faults/relates-to': ['a doubled scheme'],
  },
  'namespaces are not those of the protocol': {
    'discovery/result': ['a namespace with a slash at its end'],
    'envelope/enrollment-soap-version': ['the envelope of the published sample'],
    'envelope/well-formed': ['a prefix that is not declared'],
  },
  'services are on different hosts, without HTTPS, or look at the User-Agent': {
    'transport/same-host': ['a policy service on another host'],
    'transport/https-endpoints': ['an enrollment service over HTTP'],
    'discovery/user-agents': ['a list of known clients'],
  },
  'a Timestamp of years ago, an expired root, an old EnrollmentVersion': {
    'envelope/timestamp': ['a fixed Timestamp that has expired'],
    'certificates/authority-validity': ['a root that has expired'],
    'discovery/negotiated-version': ['the highest version for everybody'],
  },
};

describe('the suite finds a server of which', () => {
  test.for(Object.entries(defects))('%s', ([, counterexamples]) => {
    for (const [id, names] of Object.entries(counterexamples)) {
      const check = checks.find((candidate) => candidate.id === id);
      for (const name of names) {
        const number = check?.counterexamples.findIndex((counterexample) => counterexample.name === name);
        const kill = kills.find(({ counterexample }) => counterexample === `${id}:${String(number)}`);
        expect({ name, fails: kill?.fails }).toEqual({ name, fails: expect.arrayContaining([id]) as unknown });
      }
    }
  });
});
