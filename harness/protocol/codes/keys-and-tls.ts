import { entriesOf } from './code-group.ts';
import { evidence } from '../faults/evidence.ts';

const { winerror } = evidence;

/** Codes of key providers (NTE_) and of TLS (SEC_E_). */
export const keyAndTlsCodes = entriesOf([
  {
    who: ['server'],
    remedy: 'Offer a key and a hash that Windows has (hashAlgorithmOIDReference; event 62 names a wrong one)',
    sources: [winerror],
    codes: [
      [0x80090005, 'NTE_BAD_DATA', 'The data of the key or of the hash is not valid'],
      [0x80090006, 'NTE_BAD_SIGNATURE', 'A signature does not verify'],
      [0x80090008, 'NTE_BAD_ALGID', 'The algorithm is not one that Windows offers'],
      [0x8009000a, 'NTE_BAD_TYPE', 'The key or the hash is of another type than offered'],
    ],
  },
  {
    who: ['device', 'server'],
    remedy: "Certify the key of the device's CSR; remove an old key container of the same name",
    sources: [winerror],
    codes: [
      [0x8009000b, 'NTE_BAD_KEY_STATE', 'The key cannot be used for the certificate'],
      [0x8009000d, 'NTE_NO_KEY', 'The key does not exist'],
      [0x8009000f, 'NTE_EXISTS', 'The key container exists already'],
      [0x80090010, 'NTE_PERM', 'The account may not use the key'],
    ],
  },
  {
    meaning: 'The key is gone: the TPM was cleared, or the device is a clone of an image',
    who: ['device'],
    remedy: 'Enroll or join the device anew, so that it makes a new key',
    sources: [winerror, evidence.hybridJoin],
    codes: [
      [0x80090011, 'NTE_NOT_FOUND'],
      [0x80090016, 'NTE_BAD_KEYSET'],
      [0x80090019, 'NTE_KEYSET_NOT_DEF'],
    ],
  },
  {
    meaning: 'The device does not know the cryptoProviders of the policy',
    who: ['server'],
    remedy: 'Name a provider in GetPoliciesResponse that Windows has, or none',
    sources: [winerror],
    codes: [
      [0x80090014, 'NTE_BAD_PROV_TYPE'],
      [0x80090017, 'NTE_PROV_TYPE_NOT_DEF'],
    ],
  },
  {
    meaning: 'The key provider cannot do what the policy wants, such as its key length or its curve',
    who: ['server', 'device'],
    remedy: 'Ask for a key that each provider can make',
    sources: [winerror, `${evidence.helloErrors}: 0x80090029`],
    codes: [
      [0x80090020, 'NTE_FAIL'],
      [0x80090026, 'NTE_INVALID_HANDLE'],
      [0x80090027, 'NTE_INVALID_PARAMETER'],
      [0x80090029, 'NTE_NOT_SUPPORTED', 'The key provider cannot do what the policy wants, or the TPM is not set up'],
      [0x8009002d, 'NTE_INTERNAL_ERROR'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Check that the TPM is there, ready and not locked out; then try again',
    sources: [winerror],
    codes: [
      [0x80090030, 'NTE_DEVICE_NOT_READY', 'The TPM is not ready'],
      [0x80090031, 'NTE_AUTHENTICATION_IGNORED', 'The TPM is locked out'],
      [0x80090035, 'NTE_DEVICE_NOT_FOUND', 'The TPM is absent'],
      [0x80090036, 'NTE_USER_CANCELLED', 'The user canceled'],
    ],
  },
  {
    meaning: 'The TLS handshake is garbled: its version, or a machine between device and server',
    who: ['server', 'network'],
    remedy: 'Serve TLS 1.2, and look for TLS inspection on the way',
    sources: [winerror],
    codes: [
      [0x80090304, 'SEC_E_INTERNAL_ERROR'],
      [0x80090308, 'SEC_E_INVALID_TOKEN'],
      [0x80090318, 'SEC_E_INCOMPLETE_MESSAGE'],
      [0x80090326, 'SEC_E_ILLEGAL_MESSAGE'],
    ],
  },
  {
    meaning: 'The client certificate or its key cannot be used for TLS',
    who: ['device', 'certificate'],
    remedy: 'Check that the certificate of the device is in My/System, with its key, and in date',
    sources: [winerror],
    codes: [
      [0x8009030c, 'SEC_E_LOGON_DENIED'],
      [0x8009030d, 'SEC_E_UNKNOWN_CREDENTIALS'],
      [0x8009030e, 'SEC_E_NO_CREDENTIALS'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Offer a certificate in date for this host, with its full chain, from a root that the device trusts',
    sources: [winerror],
    codes: [
      [0x80090322, 'SEC_E_WRONG_PRINCIPAL', 'The TLS certificate of the server names another host'],
      [0x80090325, 'SEC_E_UNTRUSTED_ROOT', 'The device does not trust the root of the TLS certificate'],
      [0x80090327, 'SEC_E_CERT_UNKNOWN', 'The TLS certificate of the server cannot be used'],
      [0x80090328, 'SEC_E_CERT_EXPIRED', 'The TLS certificate of the server has expired'],
    ],
  },
  {
    who: ['server', 'device'],
    remedy: 'Set both clocks; offer TLS 1.2 with ECDHE and AES-GCM, and a certificate with the EKU serverAuth',
    sources: [winerror],
    codes: [
      [0x80090324, 'SEC_E_TIME_SKEW', 'The clocks of device and server differ'],
      [0x80090331, 'SEC_E_ALGORITHM_MISMATCH', 'Device and server have no version or cipher suite in common'],
      [0x80090349, 'SEC_E_CERT_WRONG_USAGE', 'The certificate is not for this use'],
    ],
  },
]);
