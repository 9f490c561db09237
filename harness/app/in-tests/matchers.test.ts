import { describe, expect, test } from 'vitest';
import { specExample } from '../../protocol/xml/testing/spec-example.ts';
import { goldenSession } from '../../testing/golden-session.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { judge } from './judge.ts';
import { matchers } from './matchers.ts';
import type { MessageLike } from './matchers.ts';

const answer = Buffer.from(specExample('discover-response')).toString('utf8');
const damaged = answer.replace(/EnrollmentServiceUrl/g, 'EnrollmentUrl');

describe('toConform', () => {
  test.each<readonly [form: string, received: MessageLike]>([
    ['a text', answer],
    ['bytes', Buffer.from(answer)],
    ['a Response', new Response(answer)],
    ['a Request', new Request('https://mdm.example', { method: 'POST', body: answer })],
  ])('takes %s', async (_, received) => {
    expect(await matchers.toConform(received)).toMatchObject({ pass: true });
    expect(await matchers.toConform(received, 'discover-response')).toMatchObject({ pass: true });
    const other = await matchers.toConform(received, 'get-policies-response');
    expect([other.pass, other.message()]).toEqual([
      false,
      expect.stringMatching(/^It is no valid get-policies-response:\n {2}line 8, .*found a discover-response message/),
    ]);
  });

  test('leaves the body of a Response to its owner', async () => {
    const response = new Response(answer);
    await matchers.toConform(response);
    expect(await response.text()).toBe(answer);
  });

  test.each<readonly [what: string, received: string, said: RegExp]>([
    ['a message with a wrong element', damaged, /^It is no valid discover-response:\n {2}line \d+, \/.*EnrollmentUrl/],
    ['a page', '<html><body/></html>', /^It is unknown type:\n/],
    ['nothing', '', /^It is not well formed:\n/],
  ])('says what is wrong with %s', async (_, received, said) => {
    const { pass, message } = await matchers.toConform(received);
    expect([pass, message()]).toEqual([false, expect.stringMatching(said)]);
  });

  test('refuses a type that does not exist, and what is no message', async () => {
    await expect(matchers.toConform(answer, 'discovery' as 'discover')).rejects.toThrow(
      /^there is no message type "discovery"; allowed: .*discover-response/,
    );
    await expect(matchers.toConform(7 as unknown as string)).rejects.toThrow(
      'toConform takes a text, bytes, a Request or a Response',
    );
  });
});

describe('of results', async () => {
  const results = judge(await goldenSession(), { only: ['discovery/answer', 'transport/tls-version'] });
  const asked = (isNot: boolean, of: Results, check: string): boolean =>
    matchers.toPass.call({ isNot }, of, check).pass;
  const as = (outcome: Results['judgements'][number]['outcome']): Results => ({
    ...results,
    judgements: results.judgements.map((judgement) => ({ ...judgement, outcome })),
  });

  test('toPass: what was not judged is neither passed nor failed', () => {
    expect(asked(false, as('passed'), 'discovery/answer')).toBe(true);
    expect(asked(false, as('failed'), 'discovery/answer')).toBe(false);
    expect(asked(true, as('failed'), 'discovery/answer')).toBe(false);
    // Behind `not`, a matcher that is true fails.
    for (const outcome of ['inconclusive', 'inapplicable', 'errored'] as const) {
      expect([asked(false, as(outcome), 'discovery/answer'), asked(true, as(outcome), 'discovery/answer')]).toEqual([
        false,
        true,
      ]);
    }
    expect(() => asked(false, results, 'discovery/answr')).toThrow(
      'the results have no check "discovery/answr"; did you mean "discovery/answer"?',
    );
  });

  test('toBeConformant says what the summary says', () => {
    const { pass, message } = matchers.toBeConformant({ ...results, verdict: 'nonconformant', exitCode: 1 });
    expect([pass, message()]).toEqual([false, expect.stringContaining('Not conformant')]);
    expect(matchers.toBeConformant({ ...results, verdict: 'conformant', exitCode: 0 }).pass).toBe(true);
    expect(matchers.toBeConformant({ ...results, verdict: 'incomplete', exitCode: 3 }).pass).toBe(false);
  });
});
