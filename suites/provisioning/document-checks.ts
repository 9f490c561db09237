import type { Check } from '../../harness/engine/rule/check.ts';
import { addressUserInformation } from './address-user-information.ts';
import { application } from './application.ts';
import { applicationId } from './application-id.ts';
import { applicationLetterCase } from './application-letter-case.ts';
import { applicationName } from './application-name.ts';
import { applicationNumbers } from './application-numbers.ts';
import { authenticationLevels } from './authentication-levels.ts';
import { authenticationNonce } from './authentication-nonce.ts';
import { authenticationSecret } from './authentication-secret.ts';
import { authenticationType } from './authentication-type.ts';
import { backwardCompatibleRetry } from './backward-compatible-retry.ts';
import { configurationServiceProviders } from './configuration-service-providers.ts';
import { defaultEncoding } from './default-encoding.ts';
import { provisioningDoctype } from './doctype.ts';
import { provisioningDocument } from './document.ts';
import { enterpriseApplicationToken } from './enterprise-application-token.ts';
import { enterpriseDeviceId } from './enterprise-device-id.ts';
import { initParm } from './init-parm.ts';
import { managementAddress } from './management-address.ts';
import { managementAddresses } from './management-addresses.ts';
import { managementEndpoint } from './management-endpoint.ts';
import { managementUrl } from './management-url.ts';
import { mdmDocument } from './mdm-document.ts';
import { noncePresence } from './nonce-presence.ts';
import { pollingCounts } from './polling-counts.ts';
import { pollingEndlessSeries } from './polling-endless-series.ts';
import { pollingFirstRetries } from './polling-first-retries.ts';
import { pollingNumbers } from './polling-numbers.ts';
import { pollingRemainingInterval } from './polling-remaining-interval.ts';
import { pollingSchedule } from './polling-schedule.ts';
import { pollingSecondInterval } from './polling-second-interval.ts';
import { protocolVersion } from './protocol-version.ts';
import { provider } from './provider.ts';
import { providerId } from './provider-id.ts';
import { providerName } from './provider-name.ts';
import { renewalDatatypes } from './renewal-datatypes.ts';
import { renewalNumbers } from './renewal-numbers.ts';
import { renewalPeriodName } from './renewal-period-name.ts';
import { renewalRetryInterval } from './renewal-retry-interval.ts';
import { renewalSettingsPresence } from './renewal-settings.ts';
import { renewalSupport } from './renewal-support.ts';
import { renewalUrl } from './renewal-url.ts';
import { renewalWindow } from './renewal-window.ts';
import { role } from './role.ts';
import { provisioningSchema } from './schema.ts';
import { searchCriteria } from './search-criteria.ts';
import { searchCriteriaPresence } from './search-criteria-presence.ts';
import { trustedRoots } from './trusted-roots.ts';
import { uniqueEntries } from './unique-entries.ts';
import { unlistedApplicationNames } from './unlisted-application-names.ts';

/** The checks of the provisioning document except those of its certificates: whole, account, renewal, provider. */
export const provisioningDocumentChecks: readonly Check[] = [
  provisioningDocument,
  provisioningDoctype,
  provisioningSchema,
  mdmDocument,
  configurationServiceProviders,
  trustedRoots,
  enterpriseApplicationToken,
  uniqueEntries,
  application,
  applicationLetterCase,
  unlistedApplicationNames,
  applicationId,
  providerId,
  applicationName,
  managementAddress,
  managementUrl,
  addressUserInformation,
  managementEndpoint,
  managementAddresses,
  defaultEncoding,
  backwardCompatibleRetry,
  initParm,
  applicationNumbers,
  protocolVersion,
  role,
  searchCriteriaPresence,
  searchCriteria,
  authenticationLevels,
  authenticationType,
  authenticationSecret,
  authenticationNonce,
  noncePresence,
  renewalSettingsPresence,
  renewalDatatypes,
  renewalSupport,
  renewalNumbers,
  renewalRetryInterval,
  renewalPeriodName,
  renewalWindow,
  renewalUrl,
  provider,
  providerName,
  enterpriseDeviceId,
  pollingNumbers,
  pollingSchedule,
  pollingCounts,
  pollingFirstRetries,
  pollingEndlessSeries,
  pollingRemainingInterval,
  pollingSecondInterval,
];
