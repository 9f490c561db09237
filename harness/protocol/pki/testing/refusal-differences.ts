import { windowsCertificateRequest } from '../build/build-certificate-request.ts';
import { poolKey } from '../build/keys.ts';
import { formatPem } from '../read/pem.ts';
import { compose, composedExtensions, composedName } from './composed-certificate.ts';
import { hex, sequence, text, tlv } from './der-writer.ts';
import type { Comparison } from './reader-comparison.ts';
import { certificateOf, composed, isEncodingNoted, withExtension, type ReaderDifference } from './reader-difference.ts';
import type { Sample } from './reading.ts';

const whole = compose();

/** Our reader refuses, for this reason, what the second one reads. */
const weRefuse = (reason: string, says: RegExp, ...examples: readonly Sample[]): ReaderDifference => ({
  reason,
  examples,
  explains: (field, { first: { refused } }) => field === 'refused' && typeof refused === 'string' && says.test(refused),
});

/** The second reader refuses, with these words, what ours reads; `isSo` says what else has to hold. */
const theyRefuse = (
  reason: string,
  says: RegExp,
  isSo: (comparison: Comparison) => boolean,
  ...examples: readonly Sample[]
): ReaderDifference => ({
  reason,
  examples,
  explains: (field, comparison) => {
    const { refused } = comparison.second;
    return field === 'refused' && typeof refused === 'string' && says.test(refused) && isSo(comparison);
  },
});

const device = sequence(hex('0603550403'), text(0x0c, 'device'));
const oneSubject = (rdn: Uint8Array): Sample => composed({ subject: sequence(rdn) });
const request = windowsCertificateRequest(poolKey(1), { deviceId: 'device', guid: '0'.repeat(60) });
const attributesAt = Buffer.from(request).indexOf(poolKey(1).spki) + poolKey(1).spki.length;
const base64 = whole.toString('base64');

/** Where one reader refuses what the other one reads. */
export const refusalDifferences: readonly ReaderDifference[] = [
  weRefuse(
    'DER only: no indefinite lengths, no text around it; the second reads BER, PEM, base64 and hexadecimal digits',
    /has an indefinite length|certificate at byte 0 has tag/,
    certificateOf(Buffer.concat([hex('3080'), whole.subarray(4), hex('0000')])),
    certificateOf(Buffer.from(formatPem('CERTIFICATE', whole))),
    certificateOf(Buffer.from(base64)),
    certificateOf(Buffer.from(whole.toString('hex'))),
  ),
  weRefuse(
    'a time that is none; the second leaves its year at zero or counts the month on',
    /is no time: /,
    composed({ notAfter: text(0x17, '270230000000Z') }),
    composed({ notAfter: text(0x17, '27\u0001101000000Z') }),
  ),
  weRefuse(
    'versions that X.509 does not have',
    /X\.509 has versions 1 to 3$/,
    composed({ version: hex('a003020103') }),
    composed({ version: hex('a0030201ff') }),
  ),
  weRefuse('an integer without octets', /is an integer without octets$/, composed({ serial: hex('0200') })),
  weRefuse(
    'a tag that is not the one due; the second takes a context-specific one for any other',
    /has tag 0x.. instead of 0x..$|has a tag of more than one octet$/,
    oneSubject(tlv(0xa1, device)),
  ),
  weRefuse(
    'a value that ends behind the one around it; the second reads on',
    /announces \d+ octets, but only \d+ follow$|has a length of \d+ octets$|ends (?:before|within) its length$|is missing at byte \d+$/,
    oneSubject(Buffer.concat([hex('310f301e'), device.subarray(2), tlv(0x31, device)])),
  ),
  weRefuse(
    'an object identifier of more than 128 octets',
    /is no object identifier$/,
    composed({ algorithm: sequence(tlv(6, Buffer.alloc(200, 1))) }),
  ),
  weRefuse(
    'a boolean of more or less than one octet',
    /is a boolean of \d+ octets$/,
    composed({ extensions: composedExtensions(sequence(hex('06032a0304'), hex('01020000'), hex('0400'))) }),
  ),
  weRefuse(
    'a signature that is no whole number of octets',
    /is no whole number of octets$/,
    certificateOf(Buffer.concat([whole.subarray(0, -4), hex('03020180')])),
  ),
  theyRefuse(
    'what is not well-formed in places that nobody reads; ours notes it as an oddity',
    /./,
    isEncodingNoted,
    composed({ extensions: hex('a3023000ff') }),
  ),
  theyRefuse(
    'more than the second reads at most: 10,000 values, 16 MiB',
    /^Maximum ASN\.1 (?:node count|content length) exceeded$/,
    () => true,
    withExtension('06032a0304', sequence(...Array.from({ length: 10_000 }, () => hex('0500')))),
  ),
  theyRefuse(
    'parameters of an algorithm that are of no type, or do not hold what their type says',
    /^Wrong input string for conversion$|is reserved by ASN\.1 standard$|^Constructed encoding used for primitive type$|^End of input reached before message was fully decoded$/,
    () => true,
    composed({ algorithm: sequence(hex('06092a864886f70d01010b'), hex('0f00')) }),
    composed({ algorithm: sequence(hex('06092a864886f70d01010b'), hex('2d00')) }),
    composed({ spki: sequence(sequence(hex('06072a8648ce3d0201'), hex('06052b81040081')), hex('030200ff')) }),
    composed({ algorithm: sequence(hex('06092a864886f70d01010b'), hex('1800')) }),
  ),
  theyRefuse(
    'a value in a name that is no text and not what its tag says; ours gives it as DER',
    /^Too big integer$|^Zero buffer length$|^Data does not match to |^Unused bits for BitString /,
    ({ first }) => JSON.stringify([first['subject'], first['issuer']]).includes('"none","#'),
    composed({ subject: composedName(hex('000161')) }),
    composed({ subject: composedName(hex('030141')) }),
  ),
  theyRefuse(
    'a BMPString of an odd number of octets; ours leaves the last one out',
    /^Offset is outside the bounds of the DataView$/,
    () => true,
    composed({ subject: composedName(hex('1e03004100')) }),
  ),
  theyRefuse(
    'attributes of a request that are none; ours looks only for the one that it knows',
    /^Data does not match to (?:CertificationRequestInfo|Attribute) ASN1 schema\.$/,
    ({ sample: { kind } }) => kind === 'request',
    { kind: 'request', der: request.map((octet, index) => (index === attributesAt ? 0xa5 : octet)) },
    { kind: 'request', der: request.map((octet, index) => (index === attributesAt + 5 ? octet + 2 : octet)) },
  ),
];
