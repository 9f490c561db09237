// A client against msw: its requests get the answers of the reference server, or of one that breaks a rule.
import { enrollmentHandlers } from 'mde-conformance/msw';
import 'mde-conformance/vitest';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { discover } from './client.mjs';

const server = setupServer(...enrollmentHandlers());
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('it understands a server that does all right', async () => {
  await expect(await discover('user@contoso.example')).toConform('discover-response');
});

test('it refuses an answer that no device could use', async () => {
  server.use(...enrollmentHandlers({ defect: 'discovery/answer' }));
  await expect(await discover('user@contoso.example')).not.toConform('discover-response');
});
