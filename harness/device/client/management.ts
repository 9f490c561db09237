import { readDocument } from './held-certificate.ts';

const application = '//characteristic[@type="APPLICATION"]';
const address = 'parm[@name="ADDR"]/@value';
/** Other applications, such as w4 for messages, have an address too. */
const ofAccount = `${application}[parm[@name="APPID" and @value="w7"]]/${address}`;

/** The address of the management server in a provisioning document; undefined if there is none. */
export function managementUrl(document: Uint8Array): string | undefined {
  return readDocument(document, (tree) => (tree.text(ofAccount) ?? tree.text(`${application}/${address}`))?.trim());
}
