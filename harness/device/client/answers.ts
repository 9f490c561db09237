import type { Answer } from '../../wire/exchange/exchange.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';

/** The services that Discover named, with white space around the values removed. */
export interface Services {
  readonly authPolicy: string;
  /** Missing if the server has no policy service; the device then uses its defaults. */
  readonly policyUrl?: string;
  readonly enrollmentUrl: string;
  readonly authenticationUrl?: string;
  readonly enrollmentVersion?: string;
}

/** What a policy demands of the key. */
export interface KeyPolicy {
  /** In bits. */
  readonly minimalKeyLength: number;
  /** The OID that the policy names for the request's hash. */
  readonly hashOid?: string;
  /** The OIDs of the policies themselves, if they have any; a filter may ask for them. */
  readonly policyOids?: readonly string[];
  /** It asks for a proof that the key is in a TPM. */
  readonly attestation?: true;
}

/** A certificate was issued. */
export interface Issued {
  /** The decoded provisioning document, as the server sent it. */
  readonly document: Uint8Array;
}

/** The key policy of Windows if there is no policy service. */
export const defaultKeyPolicy: KeyPolicy = { minimalKeyLength: 2048 };

/** What MS-MDE2 3.3.4.1.1.2 adds to the attributes of a policy: two elements in version 5.0, a block in 6.0. */
const attestation = '//*[local-name()="AttestationFailureBehavior" or local-name()="attestation"]';

/** The services that a Discover answer names; undefined if a device could not use it. */
export function readServices(answer: Answer): Services | undefined {
  return readMessage(answer, 'DiscoverResult', (tree) => {
    const value = (name: string) => tree.text(`//*[local-name()="DiscoverResult"]/*[local-name()="${name}"]`)?.trim();
    const authPolicy = value('AuthPolicy');
    const enrollmentUrl = value('EnrollmentServiceUrl');
    if (!authPolicy || !enrollmentUrl) return undefined;
    return {
      authPolicy,
      enrollmentUrl,
      ...optional('policyUrl', value('EnrollmentPolicyServiceUrl')),
      ...optional('authenticationUrl', value('AuthenticationServiceUrl')),
      ...optional('enrollmentVersion', value('EnrollmentVersion')),
    };
  });
}

/**
 * The key policy of a GetPolicies answer, with the defaults of Windows for missing values; undefined for any other
 * answer.
 */
export function readKeyPolicy(answer: Answer): KeyPolicy | undefined {
  return readMessage(answer, 'GetPoliciesResponse', (tree) => {
    const length = Number(tree.text('//*[local-name()="minimalKeyLength"]'));
    const [hashOid] = oidsOf(tree, 'hashAlgorithmOIDReference');
    const policyOids = oidsOf(tree, 'policyOIDReference');
    return {
      minimalKeyLength: Number.isInteger(length) && length > 0 ? length : defaultKeyPolicy.minimalKeyLength,
      ...optional('hashOid', hashOid),
      ...(policyOids.length === 0 ? {} : { policyOids }),
      ...(tree.find(attestation) ? { attestation: true as const } : {}),
    };
  });
}

/** The OIDs that elements of this name refer to, in their order. */
function oidsOf(tree: XmlTree, reference: string): string[] {
  const oids = tree.all('//*[local-name()="oID"]');
  return tree.all(`//*[local-name()="${reference}"]`).flatMap(({ text }) => {
    const named = oids.find((oid) => oid.textAt('*[local-name()="oIDReferenceID"]')?.trim() === text.trim());
    return named?.textAt('*[local-name()="value"]')?.trim() ?? [];
  });
}

/** The provisioning document of an Issue answer; undefined when there is none. */
export function readIssued(answer: Answer): Issued | undefined {
  return readMessage(answer, 'RequestedSecurityToken', (tree) => {
    const token = tree.text('//*[local-name()="RequestedSecurityToken"]/*[local-name()="BinarySecurityToken"]');
    const document = Buffer.from(token ?? '', 'base64');
    return document.length > 0 ? { document } : undefined;
  });
}

/** Reads leniently, for the next step of the device only; the checks report what is wrong with the answer. */
function readMessage<T>(answer: Answer, element: string, read: (tree: XmlTree) => T | undefined): T | undefined {
  if (answer.kind === 'broken' || answer.response.status !== 200) return undefined;
  const tree = parse(answer.response.body);
  if (!tree) return undefined;
  try {
    return tree.find(`//*[local-name()="${element}"]`) ? read(tree) : undefined;
  } finally {
    tree[Symbol.dispose]();
  }
}

function parse(body: Uint8Array): XmlTree | undefined {
  try {
    return parseXml(body);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function optional<const K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value ? ({ [key]: value } as Record<K, string>) : {};
}
