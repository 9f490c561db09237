import { behaves, provisioning, set } from '../../engine/rule/departures.ts';
import { certificateServers } from './certificates.ts';
import { combine } from './combine.ts';
import { discoveryServers } from './discovery.ts';
import { documentServers } from './documents.ts';
import { enrollmentServers } from './enrollment.ts';
import { envelopeServers } from './envelope.ts';
import { faultServers } from './faults.ts';
import type { LawfulServer } from './lawful-server.ts';
import { pollingServers } from './polling.ts';
import { policyServers } from './policies.ts';
import { provisioningServers } from './provisioning.ts';
import { renewalServers } from './renewal.ts';
import { requestServers } from './requests.ts';
import { entraServers } from './entra.ts';
import { signInServers } from './sign-in.ts';
import { signatureServers } from './signatures.ts';
import { tokenServers } from './tokens.ts';
import { transportServers } from './transport.ts';
import { writingServers } from './writing.ts';

const all = [
  ...signInServers,
  ...tokenServers,
  ...entraServers,
  ...signatureServers,
  ...transportServers,
  ...requestServers,
  ...envelopeServers,
  ...discoveryServers,
  ...policyServers,
  ...enrollmentServers,
  ...provisioningServers,
  ...documentServers,
  ...pollingServers,
  ...certificateServers,
  ...faultServers,
  ...renewalServers,
  ...writingServers,
];

/** A lawful server of the other groups. */
export function named(name: string): LawfulServer {
  const server = all.find((one) => one.name === name);
  if (!server) throw new RangeError(`there is no lawful server that ${name}`);
  return server;
}

/** The services at addresses of their own, each with its own path and host. */
function placed(policies: string, enrollment: string): Omit<LawfulServer, 'name'> {
  return {
    departures: [
      set('discover', '//d:EnrollmentPolicyServiceUrl', policies),
      set('discover', '//d:EnrollmentServiceUrl', enrollment),
    ],
    route: ({ url }) =>
      url.startsWith(policies)
        ? 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Policy.svc'
        : url.startsWith(enrollment)
          ? 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Enrollment.svc'
          : url,
  };
}

/** Renewals at an address of their own. */
function renewedAt(address: string): Omit<LawfulServer, 'name'> {
  return {
    departures: [
      provisioning.append(
        '//characteristic[@type="Renew"]',
        `<parm name="ServerURL" value="${address}" datatype="string"/>`,
      ),
    ],
    route: ({ url }) =>
      url === address ? 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Enrollment.svc' : url,
  };
}

/** Why a server that combines them is lawful. */
export const because = 'each of its differences is lawful by itself, as the rows of the other groups say';

const onTheWay = 'its certificates are issued on the way here, and a second one of a device is equal to its first';

/** Servers of unlike make: each differs from the reference server in many ways at once, and the whole plan is driven at it. */
export const makes: readonly LawfulServer[] = [
  combine({ name: 'is made with a generic SOAP library for Java', because }, [
    placed('https://mdm.contoso.example/ws/xcep', 'https://mdm.contoso.example/ws/wstep'),
    named('has discovery at /api/mdm/discover'),
    named('traces nothing'),
    named('has a MessageID of its own'),
    named('has To and From headers'),
    named('sends no Timestamp'),
    named('has no EnrollmentVersion'),
    named('asks for 3072 bits'),
    named('names no cryptoProviders'),
    named('asks for archival of the key'),
    named('has no DispositionMessage'),
    named('says Sender'),
    named('gives reasons in German'),
    named('renews with SHA-384'),
    { departures: [behaves({ leaf: { hash: 'sha384' }, intermediate: { hash: 'sha384' } })] },
    named('renews by defaults'),
    named('polls in one series'),
    {
      departures: [
        provisioning.append(
          '//characteristic[@type="Provider"]/characteristic',
          '<parm name="ManagementServerAddressList" value="&lt;https://mdm.contoso.example/&gt;" datatype="string"/>',
        ),
      ],
    },
    named('sends the Content-Type application/soap+xml;charset=UTF-8'),
    named('writes header names in lower case'),
    named('sends no Date'),
    named('uses other prefixes'),
    named('indents its XML and begins with a declaration, in the provisioning document'),
  ]),
  combine({ name: 'is made with text templates in Go', because }, [
    named('has one address for everything'),
    named('speaks HTTP/1.0'),
    named('answers the probe with 204'),
    named('has no mustUnderstand'),
    named('sends no CorrelationId'),
    named('has no AuthenticationServiceUrl'),
    named('leaves policyID empty'),
    named('asks for SHA-1, as is the default'),
    named('has an empty RequestID'),
    named('issues from the root'),
    named('has no renewal settings'),
    named('polls by defaults'),
    named('leaves retries to the device'),
    named('faults with HTTP status 200'),
    named('faults without RelatesTo'),
    {
      unjudged: {
        'management/expired-certificate': onTheWay,
        'discovery/misdirected-message': 'where there is one address, no message is at a wrong one',
      },
    },
    named('uses default namespaces throughout'),
    named('never abbreviates an empty element, in the provisioning document'),
  ]),
  combine({ name: 'is made with WCF behind a load balancer', because }, [
    named('keeps its connections open'),
    named('redirects the probe to another host'),
    named('sends a Timestamp with every answer'),
    named('has its headers in another order'),
    named('has attributes of its own on Body'),
    named('writes its host in upper case'),
    named('writes nil as 1'),
    named('has its oIDs in another order'),
    named('makes a nonce of attestation for each answer (MS-MDE2 3.3.4.1.1.2)'),
    named('sets the other parts of the key'),
    named('gives its token an id'),
    named('has the subcode in the namespace of WCF'),
    named('names node and role'),
    named('sets more of w7'),
    named('has BASIC for the level APPSRV'),
    named('says again how it renews'),
    renewedAt('https://mdm.contoso.example/Renew.svc'),
    named('sends the Content-Type application/soap+xml; charset=utf-8; action="http://example.com/a;b"'),
    named('names an HTTP/2 capable product'),
    named('declares all prefixes on the envelope'),
    named('has its attributes in another order, in single quotes, in the provisioning document'),
  ]),
  combine(
    { name: 'is an appliance with a PKI on curves', because, unjudged: { 'management/expired-certificate': onTheWay } },
    [
      named('has addresses with query strings'),
      named('ignores document types'),
      named('pads Action'),
      named('pads its addresses'),
      named('supersedes policies'),
      named('wants registration authorities'),
      named('pads numbers and booleans'),
      named('pads its token'),
      named('has keys on curves'),
      named('has no renewal settings'),
      named('brings policies'),
      named('polls first often, then once a day for ever'),
      named('gives reasons in two languages'),
      named('faults in text/xml'),
      named('writes header names in upper case'),
      named('has a reason phrase of its own'),
      named('ends its documents with a line break'),
      named('has comments between elements and before the root'),
      named('writes text in CDATA sections, in the provisioning document'),
    ],
  ),
];
