import type { XmlNode } from '../../../harness/xml/tree.ts';

/** Hash and signature OIDs that policies name, by the hash they mean. */
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '1.3.14.3.2.29': 'sha1',
  '1.2.840.113549.1.1.5': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '1.2.840.113549.1.1.11': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '1.2.840.113549.1.1.12': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.1.1.13': 'sha512',
};

/** The hashes that the policies of a GetPoliciesResponse ask for, where their references resolve to known OIDs. */
export function policyHashes(response: XmlNode): string[] {
  return response
    .all('.//x:attributes/x:hashAlgorithmOIDReference')
    .filter(({ isNil }) => !isNil)
    .map(({ text }) => text.trim())
    .flatMap((id) => response.all('x:oIDs/x:oID').filter((oid) => oid.textAt('x:oIDReferenceID')?.trim() === id))
    .flatMap((oid) => hashes[oid.textAt('x:value')?.trim() ?? ''] ?? []);
}
