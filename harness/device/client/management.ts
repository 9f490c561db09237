import { readDocument } from './held-certificate.ts';

const address = '//characteristic[@type="APPLICATION"]/parm[@name="ADDR"]/@value';

/** Where a provisioning document sends the device to be managed; undefined where it names no address. */
export function managementUrl(document: Uint8Array): string | undefined {
  return readDocument(document, (tree) => tree.text(address)?.trim());
}
