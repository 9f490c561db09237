import type { Check } from '../../harness/engine/rule/check.ts';
import { application } from './application.ts';
import { applicationId } from './application-id.ts';
import { applicationLetterCase } from './application-letter-case.ts';
import { applicationName } from './application-name.ts';
import { authenticationLevels } from './authentication-levels.ts';
import { authenticationNonce } from './authentication-nonce.ts';
import { authenticationSecret } from './authentication-secret.ts';
import { authenticationType } from './authentication-type.ts';
import { backwardCompatibleRetry } from './backward-compatible-retry.ts';
import { configurationServiceProviders } from './configuration-service-providers.ts';
import { defaultEncoding } from './default-encoding.ts';
import { provisioningDocument } from './document.ts';
import { enterpriseApplicationToken } from './enterprise-application-token.ts';
import { enterpriseDeviceId } from './enterprise-device-id.ts';
import { initParm } from './init-parm.ts';
import { managementAddress } from './management-address.ts';
import { managementUrl } from './management-url.ts';
import { mdmDocument } from './mdm-document.ts';
import { pollingCounts } from './polling-counts.ts';
import { pollingEndlessSeries } from './polling-endless-series.ts';
import { pollingFirstRetries } from './polling-first-retries.ts';
import { pollingNumbers } from './polling-numbers.ts';
import { pollingRemainingInterval } from './polling-remaining-interval.ts';
import { pollingSchedule } from './polling-schedule.ts';
import { pollingSecondInterval } from './polling-second-interval.ts';
import { provider } from './provider.ts';
import { providerId } from './provider-id.ts';
import { providerName } from './provider-name.ts';
import { renewalDatatypes } from './renewal-datatypes.ts';
import { renewalNumbers } from './renewal-numbers.ts';
import { renewalPeriodName } from './renewal-period-name.ts';
import { renewalRetryInterval } from './renewal-retry-interval.ts';
import { renewalSettingsPresence } from './renewal-settings.ts';
import { renewalWindow } from './renewal-window.ts';
import { provisioningSchema } from './schema.ts';
import { searchCriteria } from './search-criteria.ts';
import { searchCriteriaPresence } from './search-criteria-presence.ts';
import { uniqueEntries } from './unique-entries.ts';
import { unlistedApplicationNames } from './unlisted-application-names.ts';

/** The checks of the provisioning document except those of its certificates: whole, account, renewal, provider. */
export const provisioningDocumentChecks: readonly Check[] = [
  provisioningDocument,
  provisioningSchema,
  mdmDocument,
  configurationServiceProviders,
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
  defaultEncoding,
  backwardCompatibleRetry,
  initParm,
  searchCriteriaPresence,
  searchCriteria,
  authenticationLevels,
  authenticationType,
  authenticationSecret,
  authenticationNonce,
  renewalSettingsPresence,
  renewalDatatypes,
  renewalNumbers,
  renewalRetryInterval,
  renewalPeriodName,
  renewalWindow,
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
