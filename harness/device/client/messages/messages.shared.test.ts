import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { windowsCertificateRequest } from '../../../protocol/pki/read/certificate-request.ts';
import { poolKey } from '../../../protocol/pki/build/keys.ts';
import { writeXml } from '../../../protocol/xml/write.ts';
import { sharedFolder } from '../../../testing/shared-folder.ts';
import { discoverOptions, identity, issueMessage, policyOptions } from '../testing/messages.ts';
import { discoverMessage } from './discover.ts';
import { getPoliciesMessage } from './get-policies.ts';

const capture = path.join(sharedFolder, 'captures', 'windows_mdm-onpremise.har');

describe('messages equal those of recorded traffic', () => {
  test.for([
    ['02-discover-v4', discoverMessage(discoverOptions)],
    ['20-getpolicies-usernametoken', getPoliciesMessage(policyOptions)],
    ['30-rst-issue-openssl-csr', issueMessage(windowsCertificateRequest(poolKey(0), identity))],
  ] as const)('%s', ([comment, message]) => {
    expect(withoutOwnValues(writeXml(message))).toBe(withoutOwnValues(recorded(comment)));
  });
});

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly comment: string;
      readonly request: { readonly postData: { readonly text: string } };
    }[];
  };
}

function recorded(comment: string): string {
  const { log } = JSON.parse(readFileSync(capture, 'utf8')) as Har;
  return log.entries.find((entry) => entry.comment === comment)?.request.postData.text ?? '';
}

/** Blanks out what every device has of its own, and lists each adapter once. */
function withoutOwnValues(message: string): string {
  return message
    .replace(/(#base64binary">)[^<]*/g, '$1…')
    .replace(/(Name="(?:HWDevID|DeviceName|MAC|DeviceID)"><ac:Value>)[^<]*/g, '$1…')
    .replace(/(<ac:ContextItem Name="MAC">.*?<\/ac:ContextItem>)+/g, '<!--adapters-->');
}
