import { entriesOf } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';

const { winerror } = evidence;

/** Codes of signed messages and of their encoding (CRYPT_E_), of the CA (CERTSRV_E_), of SCEP, and of XML content (WEB_E_). */
export const messageAndCaCodes = entriesOf([
  {
    meaning: 'The PKCS#7 of the renewal or of the answer cannot be read',
    who: ['server'],
    remedy: 'Check the PKCS#7 and its encoding',
    sources: [winerror],
    codes: [
      [0x80092003, 'CRYPT_E_FILE_ERROR'],
      [0x8009200d, 'CRYPT_E_BAD_MSG'],
      [0x80091004, 'CRYPT_E_INVALID_MSG_TYPE'],
    ],
  },
  {
    meaning: 'The certificate or its key is not in the store',
    who: ['server'],
    remedy: 'Check the store and the thumbprint in the provisioning document',
    sources: [winerror],
    codes: [
      [0x80092004, 'CRYPT_E_NOT_FOUND'],
      [0x80092009, 'CRYPT_E_NO_MATCH'],
      [0x8009200b, 'CRYPT_E_NO_KEY_PROPERTY'],
      [0x8009200c, 'CRYPT_E_NO_DECRYPT_CERT'],
    ],
  },
  {
    who: ['certificate', 'network'],
    remedy: 'Let the device reach the CRL or the OCSP responder; replace a revoked certificate',
    sources: [winerror],
    codes: [
      [0x80092010, 'CRYPT_E_REVOKED', 'The certificate is revoked'],
      [0x80092012, 'CRYPT_E_NO_REVOCATION_CHECK', 'The revocation of the certificate could not be checked'],
      [0x80092013, 'CRYPT_E_REVOCATION_OFFLINE', 'The revocation server is out of reach'],
      [0x80092014, 'CRYPT_E_NOT_IN_REVOCATION_DATABASE', 'The revocation server does not know the certificate'],
    ],
  },
  {
    meaning: 'The text of a subject is not valid, in the search criteria or in SCEP',
    who: ['server'],
    remedy: 'Write the subject as an X.500 name in characters that its type allows',
    sources: [winerror],
    codes: [
      [0x80092022, 'CRYPT_E_INVALID_IA5_STRING'],
      [0x80092023, 'CRYPT_E_INVALID_X500_STRING'],
    ],
  },
  {
    meaning: 'The DER of a certificate or message is broken',
    who: ['server'],
    remedy: 'Send plain base64 of the DER: no line breaks, no PEM header, encoded once',
    sources: [winerror],
    codes: [
      [0x80093100, 'CRYPT_E_ASN1_ERROR'],
      [0x80093102, 'CRYPT_E_ASN1_EOD'],
      [0x80093103, 'CRYPT_E_ASN1_CORRUPT'],
      [0x8009310b, 'CRYPT_E_ASN1_BADTAG'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Read the log of the certification authority (AD CS)',
    sources: [winerror],
    codes: [
      [0x80094001, 'CERTSRV_E_BAD_REQUESTSUBJECT', 'The CA refused the subject of the request'],
      [0x80094003, 'CERTSRV_E_BAD_REQUESTSTATUS', 'The request is not in a state that the CA expects'],
      [0x80094005, 'CERTSRV_E_INVALID_CA_CERTIFICATE', 'The certificate of the CA is not valid'],
      [0x80094012, 'CERTSRV_E_TEMPLATE_DENIED', 'The account has no right to the certificate template'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Correct the certificate template, or the request that the server makes from it',
    sources: [winerror],
    codes: [
      [0x80094800, 'CERTSRV_E_UNSUPPORTED_CERT_TYPE', 'The CA does not offer the certificate template'],
      [0x80094806, 'CERTSRV_E_BAD_RENEWAL_SUBJECT', 'The template refuses the subject of the renewal'],
      [0x80094809, 'CERTSRV_E_SIGNATURE_POLICY_REQUIRED', 'The template demands a signature policy'],
      [0x8009480d, 'CERTSRV_E_SUBJECT_UPN_REQUIRED', 'The template demands a UPN in the subject'],
      [0x8009480f, 'CERTSRV_E_SUBJECT_DNS_REQUIRED', 'The template demands a DNS name in the subject'],
      [0x80094812, 'CERTSRV_E_SUBJECT_EMAIL_REQUIRED', 'The template demands an e-mail address in the subject'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Remove characters from the subject that cannot be printed',
    sources: [issue('fleetdm/fleet', 47492)],
    codes: [[0x02ab0003, '', 'SCEP: a text holds a character that cannot be printed']],
  },
  {
    who: ['server'],
    remedy: 'Validate the provisioning document; leave RootCATrustedCertificates out of it',
    sources: [evidence.httpHeader, `${evidence.reports}: 0x83750005 in event 56`],
    codes: [
      [0x83750001, 'WEB_E_UNSUPPORTED_FORMAT', 'The document is in a format that Windows does not take'],
      [0x83750002, 'WEB_E_INVALID_XML', 'The document is not well-formed XML'],
      [0x83750003, 'WEB_E_MISSING_REQUIRED_ELEMENT', 'The document lacks an element'],
      [0x83750004, 'WEB_E_MISSING_REQUIRED_ATTRIBUTE', 'The document lacks an attribute'],
      [
        0x83750005,
        'WEB_E_UNEXPECTED_CONTENT',
        'The document holds content that Windows does not expect, for example RootCATrustedCertificates',
      ],
      [0x83750006, 'WEB_E_RESOURCE_TOO_LARGE', 'The document is too large'],
      [0x83750007, 'WEB_E_INVALID_JSON_STRING', 'A JSON text is not valid'],
      [0x83750008, 'WEB_E_INVALID_JSON_NUMBER', 'A JSON number is not valid'],
      [0x83750009, 'WEB_E_JSON_VALUE_NOT_FOUND', 'A JSON value is missing'],
    ],
  },
]);
