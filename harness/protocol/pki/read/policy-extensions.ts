import { DerError, openFields, readItems, tags, type Der } from '../der/der.ts';
import { readInteger, readOid } from '../der/der-values.ts';

/** The extensions on certificate policies (RFC 5280 sections 4.2.1.4, 4.2.1.5, 4.2.1.11 and 4.2.1.14). */
export interface PolicyExtensions {
  /** OIDs. */
  readonly policies?: readonly string[];
  readonly policyMappings?: readonly { readonly issuer: string; readonly subject: string }[];
  readonly policyConstraints?: { readonly requireExplicitPolicy?: number; readonly inhibitPolicyMapping?: number };
  readonly inhibitAnyPolicy?: number;
}

/** Reads CertificatePolicies; qualifiers are for the eye. Throws `DerError`. */
export function readPolicies(value: Der): PolicyExtensions {
  const policies = readItems(value, tags.sequence, 'certificatePolicies').map((policy) =>
    readOid(openFields(policy, tags.sequence, 'policy').next(tags.oid, 'policyIdentifier'), 'policyIdentifier'),
  );
  if (policies.length === 0) throw new DerError('certificatePolicies holds no policy');
  return { policies };
}

/** Reads PolicyMappings; throws `DerError`. */
export function readPolicyMappings(value: Der): PolicyExtensions {
  const policyMappings = readItems(value, tags.sequence, 'policyMappings').map((mapping) => {
    const fields = openFields(mapping, tags.sequence, 'policy mapping');
    const next = (what: string): string => readOid(fields.next(tags.oid, what), what);
    return { issuer: next('issuerDomainPolicy'), subject: next('subjectDomainPolicy') };
  });
  if (policyMappings.length === 0) throw new DerError('policyMappings holds no mapping');
  return { policyMappings };
}

/** Reads PolicyConstraints; throws `DerError`. */
export function readPolicyConstraints(value: Der): PolicyExtensions {
  const fields = openFields(value, tags.sequence, 'policyConstraints');
  const requireExplicitPolicy = fields.optional(0x80);
  const inhibitPolicyMapping = fields.optional(0x81);
  if (fields.left() > 0) throw new DerError(`policyConstraints has ${fields.left()} octets too many`);
  return {
    policyConstraints: {
      ...(requireExplicitPolicy && { requireExplicitPolicy: readSkip(requireExplicitPolicy, 'requireExplicitPolicy') }),
      ...(inhibitPolicyMapping && { inhibitPolicyMapping: readSkip(inhibitPolicyMapping, 'inhibitPolicyMapping') }),
    },
  };
}

/** Reads InhibitAnyPolicy; throws `DerError`. */
export function readInhibitAnyPolicy(value: Der): PolicyExtensions {
  if (value.tag !== tags.integer) throw new DerError('inhibitAnyPolicy is no integer');
  return { inhibitAnyPolicy: readSkip(value, 'inhibitAnyPolicy') };
}

/** SkipCerts: how many certificates may still follow. */
function readSkip(value: Der, what: string): number {
  const skip = readInteger({ ...value, tag: tags.integer }, what);
  if (skip < 0n) throw new DerError(`${what} is ${skip}`);
  return Number(skip);
}
