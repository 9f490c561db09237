import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discoverRequest } from '../../reference-server/testing/requests.ts';
import { validateMessage } from '../../protocol/xml/validate-message.ts';
import { createWorkspace } from '../cli/testing/workspace.ts';
import { enroll } from './enroll.ts';
import { audit, judge } from './judge.ts';
import { enrollmentHandlers } from './msw.ts';
import { referenceServer } from './reference.ts';
import type { ReferenceOptions } from './reference.ts';

test.each<readonly [what: string, options: ReferenceOptions, said: RegExp]>([
  [
    'a path in the origin',
    { origin: 'https://mdm.example/x' },
    /^"origin" is "https:\/\/mdm\.example\/x"; expected one such as/,
  ],
  ['no user', { users: [] }, /^"users" is empty; expected at least one/],
  [
    'a defect that does not exist',
    { defect: 'discovery/answr' },
    /^"defect": there is no check "discovery\/answr"; did you mean/,
  ],
  [
    'a way that does not exist',
    { defect: 'discovery/answer:999' },
    /^"defect": discovery\/answer can be failed in \d+ ways, and none is 999$/,
  ],
  ['the way 0', { defect: 'discovery/answer:0' }, /and none is 0$/],
])('%s is refused with what is expected', (_, options, said) => {
  expect(() => referenceServer(options)).toThrow(said);
});

describe('behind msw', () => {
  const server = setupServer(...enrollmentHandlers({ origin: 'https://mdm.example' }));
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterAll(() => {
    server.close();
  });
  const ask = (): Promise<Response> =>
    fetch('https://mdm.example/EnrollmentServer/Discovery.svc', {
      method: 'POST',
      headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
      body: new Uint8Array(discoverRequest().body),
    });

  test('a client gets a right answer, and a wrong one where the test says so', async () => {
    expect(validateMessage(await (await ask()).text(), 'discover-response').verdict).toBe('valid');
    server.use(...enrollmentHandlers({ origin: 'https://mdm.example', defect: 'discovery/answer' }));
    expect(validateMessage(await (await ask()).text(), 'discover-response').verdict).not.toBe('valid');
  });
});

test('audit judges a recording in a file as judge judges the session', async () => {
  await using workspace = await createWorkspace();
  const { url, user, fetch } = referenceServer();
  const recorded = await enroll({ url, ...user, fetch, only: ['discovery/*'] });
  const file = await workspace.write('session.har', recorded.har);
  expect((await audit(file)).judgements).toEqual(judge(recorded).judgements);
  await expect(audit(workspace.at('none.har'))).rejects.toThrow(/none\.har cannot be read: there is no such file/);
  await expect(audit(await workspace.write('x.har', '{}'))).rejects.toThrow(/HAR/);
});
