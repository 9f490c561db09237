import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/verdict/results.ts';
import type { Answer, HttpRequest, Transport } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../reference-run.ts';
import { readResults } from '../../../reports/results/results.ts';
import { assess } from '../../app/assess.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../../suites/index.ts';
import { occasionOf } from '../../app/stored-session.ts';

type Lie = (honest: () => Promise<Answer>, request: HttpRequest, number: number) => Promise<Answer> | Answer;

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const faultBody =
  '<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:MessageFormat</s:Value></s:Subcode></s:Code>' +
  '<s:Reason><s:Text xml:lang="en-US">No</s:Text></s:Reason></s:Fault>';
const fault = answered(`<s:Envelope xmlns:s="${soap}"><s:Body>${faultBody}</s:Body></s:Envelope>`, 500);
const closed: Answer = { kind: 'broken', reason: 'closed', message: 'It closed the connection.' };

const nonconformant: Readonly<Record<string, () => Lie>> = {
  'the same answer to everything': () => {
    let first: Promise<Answer> | undefined;
    return (honest, { method }) => (method === 'GET' ? honest() : (first ??= honest()));
  },
  'the first answer to each message again and again': () => {
    const first = new Map<string, Promise<Answer>>();
    return (honest, request) => {
      const known = first.get(askedOf(request)) ?? honest();
      first.set(askedOf(request), known);
      return known;
    };
  },
  'a correct fault to everything': () => () => fault,
  '403 to every message':
    () =>
    (honest, { method }) =>
      method === 'GET' ? honest() : answered('', 403),
  'an empty page to everything': () => () => answered('', 200),
  'the second request only': () => (honest, _, number) => (number === 1 ? honest() : closed),
  'the first device only': () => (honest, _, number) => (number < 4 ? honest() : fault),
  'Federated to a device that offered OnPremise': () =>
    edits('Discover', (body) => body.replace('OnPremise', 'Federated')),
  'an address without TLS': () => edits('Discover', (body) => body.replace('ServiceUrl>https', 'ServiceUrl>http')),
  'a Body twice': () => edits('Discover', (body) => body.replace(/<s:Body.*<\/s:Body>/s, '$&$&')),
  'its message and a fault': () => edits('GetPolicies', (body) => body.replace('</s:Body>', `${faultBody}$&`)),
  'a redirect to a message':
    () =>
    (honest, { method }) =>
      method === 'GET' ? honest() : answered('', 307),
  'UTF-16 that it does not announce':
    () =>
    async (honest, { method }) =>
      method === 'GET' ? honest() : withBody(await honest(), (body) => Buffer.from(body, 'utf16le').subarray(1)),
  'more tags than any message has': () =>
    edits('Discover', (body) => body.replace('</s:Body>', '<a/>'.repeat(110_000))),
};

describe('a server is nonconformant that answers', () => {
  test.each(Object.entries(nonconformant))('%s', async (_, lie) => {
    const results = await judgedWith(lie());
    expect(results).toMatchObject({ verdict: 'nonconformant', exitCode: 1, counts: { errored: 0 } });
  });
});

describe('a run says nothing of a server that', () => {
  test.each<[string, Lie, number]>([
    ['closes every connection', () => closed, 4],
    ['answers 401 to everything', () => answered('', 401), 4],
    ['redirects the probe to nowhere', (honest, { method }) => (method === 'GET' ? answered('', 302) : honest()), 3],
  ])('%s', async (_, lie, exitCode) => {
    expect(await judgedWith(lie)).toMatchObject({ verdict: 'incomplete', exitCode, counts: { errored: 0 } });
  });

  test('breaks off one enrollment with another success status, though nothing mandatory failed', async () => {
    let count = 0;
    const results = await judgedWith(
      edits(
        'GetPolicies',
        (body) => body,
        () => ((count += 1) === 2 ? 201 : 200),
      ),
    );
    expect(results).toMatchObject({
      verdict: 'incomplete',
      because: expect.stringContaining('could not be judged') as string,
    });
  });
});

async function judgedWith(lie: Lie): Promise<Results> {
  let number = -1;
  const between =
    (honest: Transport): Transport =>
    async (request) =>
      lie(() => honest(request), request, (number += 1));
  const scenarios = [windowsEnrollment, modernEnrollment, wrongPassword];
  const session = await referenceSession({ between, scenarios });
  return readResults(JSON.stringify(assess(session, checks, occasionOf(session, 'audit', 'lie.har'))));
}

function edits(message: string, edit: (body: string) => string, statusOf?: () => number): Lie {
  return async (honest, request) => {
    const answer = await honest();
    return askedOf(request) === message ? withBody(answer, (body) => Buffer.from(edit(body)), statusOf?.()) : answer;
  };
}

function withBody(answer: Answer, edit: (body: string) => Uint8Array, status?: number): Answer {
  if (answer.kind === 'broken') return answer;
  const body = edit(Buffer.from(answer.response.body).toString('utf8'));
  const headers = answer.response.headers.filter(([name]) => name !== 'Content-Length');
  return { ...answer, response: { ...answer.response, headers, body, status: status ?? answer.response.status } };
}

function answered(text: string, status: number): Extract<Answer, { kind: 'answered' }> {
  return {
    kind: 'answered',
    response: { status, statusText: '', httpVersion: 'HTTP/1.1', headers: [], body: Buffer.from(text) },
  };
}

function askedOf({ body }: HttpRequest): string {
  return /<(?:\w+:)?(Discover|GetPolicies|RequestSecurityToken)[ >]/.exec(Buffer.from(body).toString())?.[1] ?? '';
}
