import { readDocument } from './held-certificate.ts';

const address = '//characteristic[@type="APPLICATION"]/parm[@name="ADDR"]/@value';

/** The address of the management server in a provisioning document; undefined if there is none. */
export function managementUrl(document: Uint8Array): string | undefined {
  return readDocument(document, (tree) => tree.text(address)?.trim());
}
