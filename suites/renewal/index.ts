import type { Check } from '../../harness/engine/rule/check.ts';
import { renewalAnswer } from './answer.ts';
import { barredDevice } from './barred-device.ts';
import { barredDeviceReason } from './barred-device-reason.ts';
import { certificateAuthentication } from './certificate-authentication.ts';
import { renewedChain } from './chain.ts';
import { clientCertificateAccepted } from './client-certificate.ts';
import { renewalDocument } from './document.ts';
import { doubleEncoding } from './double-encoding.ts';
import { earlyRenewal } from './early-renewal.ts';
import { renewedDeviceId } from './enterprise-device-id.ts';
import { expiredCertificate } from './expired-certificate.ts';
import { foreignCertificate } from './foreign-certificate.ts';
import { newCertificate } from './new-certificate.ts';
import { renewedPrivateKeyContainer } from './private-key-container.ts';
import { renewedPublicKey } from './public-key.ts';
import { recovery } from './recovery.ts';
import { renewalRedirect } from './redirect.ts';
import { replacedCertificate } from './replaced-certificate.ts';
import { requester } from './requester.ts';
import { requesterDevice } from './requester-device.ts';
import { renewedSearchCriteria } from './search-criteria.ts';
import { secondRenewal } from './second-renewal.ts';
import { renewalSignature } from './signature.ts';
import { renewedThumbprint } from './thumbprint.ts';
import { renewalUnchunked } from './unchunked.ts';
import { usernameToken } from './username-token.ts';
import { renewedValidity } from './validity.ts';
import { renewalValueType } from './value-type.ts';

/** The checks of certificate renewal: what comes over the connection, what is accepted, what it brings, what is refused. */
export const renewalChecks: readonly Check[] = [
  renewalAnswer,
  clientCertificateAccepted,
  renewalRedirect,
  renewalUnchunked,
  certificateAuthentication,
  usernameToken,
  doubleEncoding,
  renewalValueType,
  renewalDocument,
  renewedThumbprint,
  renewedPrivateKeyContainer,
  renewedPublicKey,
  newCertificate,
  renewedChain,
  renewedSearchCriteria,
  renewedValidity,
  renewedDeviceId,
  secondRenewal,
  replacedCertificate,
  renewalSignature,
  foreignCertificate,
  requester,
  requesterDevice,
  expiredCertificate,
  earlyRenewal,
  barredDevice,
  barredDeviceReason,
  recovery,
];
