import type { LawfulServer } from './lawful-server.ts';

/** Why servers of a group are lawful: the first line whose pattern fits the name, and the last line for all others. */
const reasons: Readonly<Record<string, readonly (readonly [name: RegExp, because: string])[]>> = {
  writing: [[/./, 'the same XML information set, written otherwise (XML 1.0; Namespaces in XML 1.0)']],
  transport: [
    [/Content-Type/, 'RFC 9110 8.3.1 (parameters, letter case, quotes); RFC 3902 (action is optional)'],
    [/header names/, 'RFC 9110 5.1: names of fields are in any letter case'],
    [/Date/, 'RFC 9110 6.6.1: a server without a clock sends none'],
    [/HTTP\/1\.0/, 'RFC 9112 2.3: a server may answer with a lower minor version'],
    [/reason phrase/, 'RFC 9112 4: a client ignores the reason phrase, which may be empty'],
    [/line break/, 'XML 1.0 2.8: white space may follow the root element'],
    [/redirects/, 'Learn: Federated authentication device enrollment: the device follows redirects of its GET'],
    [/probe/, 'Learn: Federated authentication device enrollment: the GET asks only whether somebody answers'],
    [/./, 'RFC 9110 5.1 and 8.4: other fields, which a client may ignore, and no coding'],
  ],
  management: [
    [
      /(?:certificates|secrets) alone/,
      'MS-MDM 1.3.1 and Learn: Server requirements for OMA DM: the certificate, the secret, or both',
    ],
    [/no command/, 'MS-MDM 3.1.5: a server that wants nothing ends the session'],
    [/200/, 'Learn: OMA DM protocol support: 200 lets the proof come again, 212 does not'],
    [/CmdID/, 'MS-MDM 2.2.3.2: any text that is unique in the message and not 0'],
    [/media type|charset/, 'RFC 9110 8.3.1: letter case and parameters'],
    [/no Status/, 'MS-MDM 4: the printed example is like this'],
    [
      /DeviceID/,
      'SYN-15: Source names the device of the certificate, and recorded devices write the DeviceID of their enrollment there',
    ],
    [/one value|Atomic/, 'MS-MDM 2.2.7: commands have one or several items, and may be grouped'],
    [/strangers/, 'RFC 9110 15.5: any status of refusal'],
    [/./, 'the same XML information set, written otherwise (XML 1.0; Namespaces in XML 1.0)'],
  ],
  envelope: [
    [/traces|CorrelationId|ActivityId/, 'ActivityId is a header of WCF, which no document of the protocol demands'],
    [
      /Timestamp/,
      'WS-Security 1.1 10: a Timestamp is optional; UTC may be written with an offset (XML Schema dateTime)',
    ],
    [/mustUnderstand/, 'SOAP 1.2 Part 1 5.2.3: optional, and a boolean of XML Schema'],
    [/order/, 'SOAP 1.2 Part 1 5.2: header blocks have no order'],
    [/MessageID|To and From|reply/, 'WS-Addressing 1.0 Core 3: optional, and Reply is the default relationship'],
    [/pads/, 'XML Schema anyURI: white space collapses'],
    [/SOAP 1\.1/, 'MS-MDE2 4.3.2: the published sample is like this'],
    [/./, 'SOAP 1.2 Part 1 5.1 to 5.3: attributes and header blocks of others are admitted'],
  ],
  discovery: [
    [/behind the next/, 'MS-MDE2 Appendix A: DiscoverResult is a set of members (xs:all)'],
    [/policy service/, 'MS-MDE2 3.1.4.1.3.2: EnrollmentPolicyServiceUrl is optional'],
    [
      /EnrollmentVersion|speaks|version/,
      'MS-MDE2 3.1.4.1.3.2 and Appendix A: an optional decimal, whose default is 3.0',
    ],
    [/AuthenticationServiceUrl|nil/, 'MS-MDE2 Appendix A: nillable and optional; nil is a boolean of XML Schema'],
    [/upper case/, 'RFC 3986 6.2.2.1 and 6.2.3: scheme and host are in any letter case, 443 is the default'],
    [/./, 'MS-MDE2 3.1.4.1.3.2: the addresses are URLs of any form (anyURI), which may be shared'],
  ],
  policies: [
    [/attestation/, 'MS-MDE2 3.3.4.1.1.2: attestation from version 5.0 and 6.0 on'],
    [/elements of another namespace/, 'MS-XCEP 3.1.4.1.3: xs:any'],
    [/base64|digits|pads|zeros/, 'XML Schema: base64Binary, boolean and integer have several lexical forms'],
    [
      /SHA-|hash|key|bits/,
      'MS-XCEP 3.1.4.1.3.20 and 3.1.4.1.3.16: the policy decides; SHA-1 is the default of MS-MDE2',
    ],
    [/./, 'MS-XCEP 3.1.4.1.3: optional or nillable, or any value of the type'],
  ],
  enrollment: [
    [/language/, 'XML 1.0 2.12: xml:lang holds for what is below it'],
    [/pads|lines/, 'XML Schema anyURI: white space collapses; base64 may have line breaks (RFC 2045 6.8)'],
    [/WS-Trust|id/, 'WS-Trust 1.3 3.2 and WS-Security 4.2: further members and ids are admitted'],
    [/./, 'MS-WSTEP 3.1.4.1.3.5: members are optional and nillable, and have no order'],
  ],
  provisioning: [
    [/rene/, 'MS-MDE2 2.2.9.2: the settings of renewal have defaults'],
    [/criteria|searches/, 'MS-MDE2 2.2.9.5: Subject and Stores, each optional, with several values'],
    [/container|store|thumbprints/i, 'MS-MDE2 2.2.9.2 and its samples'],
    [/order|before parms|mark|declaration|datatype|open element/, 'MSPROV: characteristics have no order; XML 1.0 2.8'],
    [/policies|provider|polling|EntDMID|UPN|user nor device/, 'MS-MDE2 2.2.9.3: optional, with defaults'],
    [/version/, 'MSPROV: version is optional'],
    [/./, 'MS-MDE2 2.2.9.5 and the w7 APPLICATION CSP: optional parms, with defaults'],
  ],
  documents: [
    [/MS-MDE 3\.6/, 'MS-MDE 3.6: the published document'],
    [/./, 'the source in the name of the server'],
  ],
  polling: [[/./, 'MS-MDE2 2.2.9.3: the rules of the series admit this schedule']],
  certificates: [
    [/searched/, 'MS-MDE2 2.2.9.5: a name in URI encoding; RFC 4514 and CertNameToStr write one name in several ways'],
    [/certifies/, 'MS-MDE2 3.4.4.1.1.2: the server chooses the subject'],
    [/trusted/, 'RFC 5280 6.1.1: a trust anchor need not be delivered'],
    [/deliver|puts/, 'MS-MDE2 2.2.9.2: the places in CertificateStore'],
    [/curves|4096|SHA|version 1/, 'RFC 5280 4.1 and 6.1.1: any algorithm; what a root says of itself is not validated'],
    [/./, 'RFC 5280 4.2: these extensions are optional, or admit more'],
  ],
  faults: [
    [/HTTP status/, 'SOAP 1.2 Part 2 7.5.2 and open question: what a device does with a fault decides its body'],
    [/reasons/, 'SOAP 1.2 Part 1 5.4.2: texts in any language, one for each'],
    [/subcode/, 'SOAP 1.2 Part 1 5.4.1: a QName, with further subcodes below it; MS-MDE2 3.1.4.2'],
    [/node and role/, 'SOAP 1.2 Part 1 5.4.3 and 5.4.4: optional'],
    [/detail/, 'SOAP 1.2 Part 1 5.4.5: any content'],
    [/action/i, 'WS-Addressing 1.0 SOAP Binding 6: no one action is demanded of a fault'],
    [/text\/xml/, 'no device is known to mind the media type of a fault'],
    [/Sender/, 'SOAP 1.2 Part 1 5.4.6: who is to blame, both are correct'],
    [/./, 'WS-Addressing 1.0 and MS-MDE2 3.1.4.2: optional in a fault'],
  ],
  renewal: [
    [/refuses|revokes|offers|wants/, 'Learn: Certificate renewal: when and how it renews is the choice of the server'],
    [/container|nothing but/, 'MS-MDE2 3.5.4.1.1.2: a renewal brings the certificate, and the rest is optional'],
    [/./, 'MS-MDE2 3.5.4.1.1.2: the answer is that of an enrollment, with the same choices'],
  ],
  'sign-in': [
    [/appru/, 'MS-MDE2 3.2: appru names an application; no document says how a server refuses another caller'],
    [/hint/, 'MS-MDE2 3.2: login_hint is a hint'],
    [/polic/, 'Content Security Policy Level 3: the page decides what its policy allows'],
    [/Negotiate/, 'RFC 4559 4: a server offers Negotiate, and a client that lacks it shows the page'],
    [/./, 'MS-MDE2 3.2: what the pages are before the last one is the choice of the server'],
  ],
  'windows-11': [[/./, 'field evidence: Windows 11 25H2 (build 26200) enrolled at a server that answers so']],
};

/** Why a server may be like this: what it says itself, or the source for what its name says. */
export function reasonOf(group: string, { name, because }: Pick<LawfulServer, 'name' | 'because'>): string {
  const reason = because ?? reasons[group]?.find(([pattern]) => pattern.test(name))?.[1];
  if (reason === undefined) throw new RangeError(`nothing says why a server that ${name} is lawful`);
  return reason;
}
