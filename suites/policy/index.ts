import type { Check } from '../../harness/engine/rule/check.ts';
import { acceptedRequest } from './accepted-request.ts';
import { algorithmKind } from './algorithm-kind.ts';
import { algorithmReference } from './algorithm-reference.ts';
import { policyAnswer } from './answer.ts';
import { attestationEndpoint } from './attestation-endpoint.ts';
import { attestationFailureBehavior } from './attestation-failure-behavior.ts';
import { attestationNonce } from './attestation-nonce.ts';
import { attestationTimeout } from './attestation-timeout.ts';
import { azureAttestation } from './azure-attestation.ts';
import { caAuthentication } from './ca-authentication.ts';
import { caCertificate } from './ca-certificate.ts';
import { caAddress } from './ca-address.ts';
import { caReferenceId } from './ca-reference-id.ts';
import { caReferenceRepetition } from './ca-reference-repetition.ts';
import { caReference } from './ca-reference.ts';
import { certificateValidity } from './certificate-validity.ts';
import { commonName } from './common-name.ts';
import { cryptoProviders } from './crypto-providers.ts';
import { knownProviders } from './known-providers.ts';
import { enrollPermission } from './enroll-permission.ts';
import { extensionReference } from './extension-reference.ts';
import { filteredPolicies } from './filtered-policies.ts';
import { firstAnswer } from './first-answer.ts';
import { freshTimestamp } from './fresh-timestamp.ts';
import { hashGroup } from './hash-group.ts';
import { hashKind } from './hash-kind.ts';
import { hashLabel } from './hash-label.ts';
import { hashReference } from './hash-reference.ts';
import { keyArchivalReference } from './key-archival-reference.ts';
import { keySize } from './key-size.ts';
import { messageParts } from './message-parts.ts';
import { minimalKeyLength } from './minimal-key-length.ts';
import { missingClient } from './missing-client.ts';
import { nextUpdate } from './next-update.ts';
import { oidGroup } from './oid-group.ts';
import { oidName } from './oid-name.ts';
import { oidParts } from './oid-parts.ts';
import { oidReferenceId } from './oid-reference-id.ts';
import { oidValue } from './oid-value.ts';
import { olderSchemaHash } from './older-schema-hash.ts';
import { outdatedPolicies } from './outdated-policies.ts';
import { policyId } from './policy-id.ts';
import { policyIdentity } from './policy-identity.ts';
import { policyOidReference } from './policy-oid-reference.ts';
import { policyParts } from './policy-parts.ts';
import { policySchema } from './policy-schema.ts';
import { preferredLanguage } from './preferred-language.ts';
import { registrationAuthorityReference } from './registration-authority-reference.ts';
import { renewalPeriod } from './renewal-period.ts';
import { requestExtensions } from './request-extensions.ts';
import { requiredCredential } from './required-credential.ts';
import { responseParts } from './response-parts.ts';
import { revision } from './revision.ts';
import { policySchemaValidity } from './schema.ts';
import { unchangedPolicies } from './unchanged-policies.ts';
import { unfilteredPolicies } from './unfiltered-policies.ts';
import { unknownPolicy } from './unknown-policy.ts';
import { unknownPolicyUser } from './unknown-user.ts';

/** What the policy service says of keys and certificates: GetPolicies. */
export const policyChecks: readonly Check[] = [
  policyAnswer,
  policySchemaValidity,
  requiredCredential,
  unknownPolicyUser,
  freshTimestamp,
  missingClient,
  messageParts,
  responseParts,
  policyId,
  policyIdentity,
  nextUpdate,
  firstAnswer,
  outdatedPolicies,
  unchangedPolicies,
  unfilteredPolicies,
  filteredPolicies,
  unknownPolicy,
  preferredLanguage,
  requestExtensions,
  policyParts,
  policyOidReference,
  commonName,
  policySchema,
  certificateValidity,
  renewalPeriod,
  enrollPermission,
  minimalKeyLength,
  keySize,
  algorithmReference,
  algorithmKind,
  cryptoProviders,
  knownProviders,
  revision,
  hashReference,
  hashKind,
  olderSchemaHash,
  hashGroup,
  registrationAuthorityReference,
  keyArchivalReference,
  extensionReference,
  attestationFailureBehavior,
  attestationTimeout,
  attestationEndpoint,
  azureAttestation,
  attestationNonce,
  caReference,
  caReferenceRepetition,
  caReferenceId,
  caCertificate,
  caAuthentication,
  caAddress,
  oidParts,
  oidReferenceId,
  oidGroup,
  oidName,
  hashLabel,
  oidValue,
  acceptedRequest,
];
