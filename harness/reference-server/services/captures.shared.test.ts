import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../testing/shared-folder.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { detectType, validate } from '../../protocol/xml/schema.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { createReferenceServer } from '../mount/handler.ts';
import { instant } from '../testing/requests.ts';
import { subcodeOf } from '../testing/answers.ts';

const recording = path.join(sharedFolder, 'captures', 'windows_mdm-onpremise.har');

/** What the server answers to each recorded request: a message type or the subcode of a fault. */
const answers: Readonly<Record<string, string>> = {
  '02-discover-v4': 'discover-response',
  '03-discover-v5': 'discover-response',
  '04-discover-single-authpolicy': 'Authentication',
  '05-discover-empty-email': 'MessageFormat',
  '06-discover-other-prefixes': 'discover-response',
  '07-discover-wrong-action': 'MessageFormat',
  '08-discover-malformed': 'MessageFormat',
  '09-discover-no-messageid': 'MessageFormat',
  '12-discover-wrong-ctype': 'discover-response',
  '20-getpolicies-usernametoken': 'get-policies-response',
  '21-getpolicies-usertoken': 'Authentication',
  '22-getpolicies-no-security': 'InvalidSecurity',
  '30-rst-issue-openssl-csr': 'request-security-token-response-collection',
  '31-rst-issue-usertoken': 'Authentication',
  '34-rst-issue-device': 'request-security-token-response-collection',
  '35-rst-bad-csr-signature': 'CertificateRequest',
  '36-rst-garbage-csr': 'CertificateRequest',
  '37-rst-no-security': 'InvalidSecurity',
  '38-rst-renew-pkcs10': 'MessageFormat',
};

interface Entry {
  readonly comment?: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
    readonly postData?: { readonly text: string };
  };
}

describe('the requests of a recording', () => {
  const { entries } = (JSON.parse(readFileSync(recording, 'utf8')) as { log: { entries: readonly Entry[] } }).log;
  for (const [name, expected] of Object.entries(answers)) {
    test(`${name} gets ${expected}`, async () => {
      const entry = entries.find(({ comment }) => comment === name);
      expect(entry && (await kindOfAnswer(plainRequest(entry)))).toBe(expected);
    });
  }
});

function plainRequest({ request }: Entry): HttpRequest {
  const headers = request.headers.map(({ name, value }): Header => [name, value]);
  return { method: request.method, url: request.url, headers, body: Buffer.from(request.postData?.text ?? '') };
}

async function kindOfAnswer(request: HttpRequest): Promise<string | undefined> {
  const server = createReferenceServer({
    origin: new URL(request.url).origin,
    now: () => instant,
    seed: 'captures',
    users: [{ email: 'user@contoso.com', password: 'pw' }],
    keys: poolAuthorityKeys(),
  });
  const { response } = await server.handle(request);
  using tree = parseXml(response.body);
  const type = detectType(tree);
  expect(type && validate(tree, type)).toEqual([]);
  return type === 'fault' ? subcodeOf(response) : type;
}
