import { entriesOf } from './code-group.ts';
import { evidence } from '../faults/evidence.ts';

const { winerror } = evidence;

/** Codes of the trust in a certificate and its chain (CERT_E_, TRUST_E_), and of smart cards (SCARD_). */
export const certificateCodes = entriesOf([
  {
    who: ['certificate'],
    remedy: 'Reissue the certificate',
    sources: [winerror],
    codes: [
      [0x80096004, 'TRUST_E_CERT_SIGNATURE', 'The signature of the certificate does not verify'],
      [0x80096010, 'TRUST_E_BAD_DIGEST', 'The digest does not match what was signed'],
      [0x80096019, 'TRUST_E_BASIC_CONSTRAINTS', 'A certificate of the chain is not marked as a CA as it must be'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Use a certificate from a CA that the device trusts and does not distrust',
    sources: [winerror],
    codes: [
      [0x800b0100, 'TRUST_E_NOSIGNATURE', 'There is no signature'],
      [0x800b010b, 'TRUST_E_FAIL', 'The device does not trust the certificate'],
      [0x800b0111, 'TRUST_E_EXPLICIT_DISTRUST', 'The certificate is on the list of those that the device distrusts'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Reissue the certificate that breaks the rule; the command "chain" names it',
    sources: [winerror],
    codes: [
      [0x800b0101, 'CERT_E_EXPIRED', 'A certificate is expired or not yet valid'],
      [0x800b0102, 'CERT_E_VALIDITYPERIODNESTING', 'The validity of a certificate is not within that of its issuer'],
      [0x800b0103, 'CERT_E_ROLE', 'A certificate acts as a CA and is none, or the other way round'],
      [0x800b0104, 'CERT_E_PATHLENCONST', 'The chain is longer than a CA in it allows'],
      [0x800b0105, 'CERT_E_CRITICAL', 'A certificate has a critical extension that Windows does not know'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Send the intermediates, and put the root on the device',
    sources: [winerror],
    codes: [
      [0x800b0109, 'CERT_E_UNTRUSTEDROOT', 'The device does not trust the root of the chain'],
      [0x800b010a, 'CERT_E_CHAINING', 'The device cannot build the chain to a root'],
      [0x800b0107, 'CERT_E_ISSUERCHAINING', 'A certificate was not issued by the next one of the chain'],
      [0x800b0112, 'CERT_E_UNTRUSTEDCA', 'The device does not trust a CA of the chain'],
      [0x800b010d, 'CERT_E_UNTRUSTEDTESTROOT', 'The root of the chain is one for tests'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Reissue the certificate for this name and this use; make its CRL reachable',
    sources: [winerror],
    codes: [
      [0x800b010c, 'CERT_E_REVOKED', 'The certificate is revoked'],
      [0x800b010e, 'CERT_E_REVOCATION_FAILURE', 'The revocation of the certificate could not be checked'],
      [0x800b010f, 'CERT_E_CN_NO_MATCH', 'The certificate does not name the host'],
      [0x800b0110, 'CERT_E_WRONG_USAGE', 'The certificate is not for this use (EKU)'],
      [0x800b0106, 'CERT_E_PURPOSE', 'The certificate is used for another purpose than its CA allows'],
      [0x800b0113, 'CERT_E_INVALID_POLICY', 'The certificate policy is not allowed'],
      [0x800b0114, 'CERT_E_INVALID_NAME', 'The name of the certificate breaks the name constraints of a CA'],
    ],
  },
  {
    who: ['server', 'user'],
    remedy: 'Offer another key provider than that of smart cards or Windows Hello; or insert the card',
    sources: [winerror],
    codes: [
      [0x8010000c, 'SCARD_E_NO_SMARTCARD', 'A smart card is needed and absent'],
      [0x80100022, 'SCARD_E_UNSUPPORTED_FEATURE', 'The smart card lacks a feature'],
      [0x8010002c, 'SCARD_E_NO_SUCH_CERTIFICATE', 'The smart card lacks the certificate'],
      [0x8010001d, 'SCARD_E_NO_SERVICE', 'The smart card service does not run'],
      [0x8010006e, 'SCARD_W_CANCELLED_BY_USER', 'The user canceled at the smart card'],
    ],
  },
]);
