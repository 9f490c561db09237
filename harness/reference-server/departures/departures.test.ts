import { describe, expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { VoidDeparture } from './departures.ts';
import { answerTo, header, provisioningIn, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import {
  discoverRequest,
  origin,
  policiesBody,
  policiesRequest,
  testServer,
  tokenBody,
  tokenRequest,
  usernameToken,
} from '../testing/requests.ts';

const policy = '//d:DiscoverResult/d:AuthPolicy';
const discoverWith = (departure: Departure) => answerTo(discoverRequest(), testServer(departure));
const issueWith = (departure: Departure) => answerTo(tokenRequest(), testServer(departure));
const wrongPassword = policiesRequest({ security: usernameToken('wrong') });
const refusalWith = (departure: Departure) => answerTo(wrongPassword, testServer(departure));

test('an edit of the XML changes the answer and keeps Content-Length true', async () => {
  const answer = await discoverWith({ on: 'discover', xml: { op: 'set', at: policy, to: 'Password' } });

  expect(texts(answer.body, policy)).toEqual(['Password']);
  expect(header(answer, 'Content-Length')).toBe(String(answer.body.length));
});

test('an edit of the provisioning document leaves it on one line of base64', async () => {
  const at = '//parm[@name="PROVIDER-ID"]/@value';
  const answer = await issueWith({ on: 'issue', provisioning: { op: 'set', at, to: 'Other' } });

  expect(texts(provisioningIn(answer), at)).toEqual(['Other']);
  expect(texts(answer.body, '//wst:RequestedSecurityToken/wsse:BinarySecurityToken')[0]).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(schemaIssues(answer.body, 'request-security-token-response-collection')).toEqual([]);
});

test('a text is replaced in the body and in the provisioning document', async () => {
  const body = await discoverWith({ on: 'discover', replace: '</s:Envelope>', by: '' });
  expect(Buffer.from(body.body).toString()).toMatch(/<\/s:Body>$/);
  const issued = await issueWith({ on: 'issue', provisioningReplace: '&amp;Stores', by: '&Stores' });
  expect(Buffer.from(provisioningIn(issued)).toString()).toContain('&Stores');
});

test('header fields are set, added and removed', async () => {
  const named = async (departure: Departure) =>
    (await discoverWith(departure)).headers.filter(([name]) => /^content-type$/i.test(name)).map(([, value]) => value);

  expect(await named({ on: 'discover', header: 'content-type', to: 'text/xml' })).toEqual(['text/xml']);
  expect(await named({ on: 'discover', header: 'Content-Type', to: 'text/xml', add: true })).toHaveLength(2);
  expect(await named({ on: 'discover', header: 'Content-Type' })).toEqual([]);
});

test('the status changes, with the words for it', async () => {
  const { status, statusText } = await discoverWith({ on: 'discover', status: 503 });
  expect([status, statusText]).toEqual([503, 'Service Unavailable']);
});

test('framing and connection are directions to whoever writes the reply', async () => {
  const reply = async (departure: Departure) => testServer(departure).handle(discoverRequest());
  expect(await reply({ on: 'discover', framing: 'chunked' })).toMatchObject({ framing: 'chunked' });
  expect(await reply({ on: 'discover', connection: 'close' })).toMatchObject({ connection: 'close' });
});

describe('in the place of a refusal', () => {
  test('nothing', async () => {
    const answer = await refusalWith({ on: 'get-policies fault', answer: { as: 'empty' } });
    expect([answer.status, answer.body.length, header(answer, 'Content-Length')]).toEqual([500, 0, '0']);
  });
  test('an HTML page', async () => {
    const answer = await refusalWith({ on: 'get-policies fault', answer: { as: 'html' } });
    expect([answer.status, header(answer, 'Content-Type')]).toEqual([500, 'text/html; charset=utf-8']);
  });
  test('JSON', async () => {
    const { body } = await refusalWith({ on: 'get-policies fault', answer: { as: 'json' } });
    expect(JSON.parse(Buffer.from(body).toString())).toMatchObject({ status: 500 });
  });
  test('a text', async () => {
    const answer = await refusalWith({
      on: 'get-policies fault',
      answer: { as: 'text', text: 'no', contentType: 'text/xml' },
    });
    expect([Buffer.from(answer.body).toString(), header(answer, 'Content-Type')]).toEqual(['no', 'text/xml']);
  });
  test('a fault with an ErrorType, and a TraceId that is never the same', async () => {
    const server = testServer({
      on: 'get-policies fault',
      answer: { as: 'fault', subcode: 'Authorization', errorType: 'DeviceCapReached' },
    });
    const answers = [await answerTo(wrongPassword, server), await answerTo(wrongPassword, server)];
    const traces = answers.flatMap(({ body }) => texts(body, '//wstep:DeviceEnrollmentServiceError/wstep:TraceId'));
    expect(answers.map(subcodeOf)).toEqual(['Authorization', 'Authorization']);
    expect(new Set(traces).size).toBe(2);
    expect(answers.flatMap(({ body }) => schemaIssues(body, 'fault'))).toEqual([]);
  });
  test('the success of the control', async () => {
    const answer = await refusalWith({ on: 'get-policies fault', answer: { as: 'control' } });
    expect([answer.status, schemaIssues(answer.body, 'get-policies-response')]).toEqual([200, []]);
  });
  test('a certificate for a request that is none', async () => {
    const request = tokenRequest({ body: tokenBody({ csr: Buffer.from('none') }) });
    const answer = await answerTo(request, testServer({ on: 'issue fault', answer: { as: 'control' } }));
    expect(schemaIssues(answer.body, 'request-security-token-response-collection')).toEqual([]);
  });
  test('a success for what is not even XML', async () => {
    const request = { ...discoverRequest(), body: Buffer.from('<s:Envelope') };
    const answer = await answerTo(request, testServer({ on: 'discover fault', answer: { as: 'control' } }));
    expect(texts(answer.body, policy)).toEqual(['OnPremise']);
  });
});

test('a departure touches only the answers it names', async () => {
  const server = testServer({ on: 'discover fault', status: 200 }, { on: 'renew fault', status: 202 });
  expect((await answerTo(discoverRequest(), server)).status).toBe(200);
  expect((await answerTo(discoverRequest({ policies: ['Federated'] }), server)).status).toBe(200);
  expect((await answerTo(tokenRequest({ body: tokenBody({ requestType: 'Renew' }) }), server)).status).toBe(202);
  expect((await answerTo(tokenRequest({ body: tokenBody({ requestType: 'Cancel' }) }), server)).status).toBe(500);
});

test('answers of a kind that varies differ each time', async () => {
  for (const [varies, request, path] of [
    ['discover', discoverRequest(), '//d:EnrollmentServiceUrl'],
    ['get-policies', policiesRequest(), '//x:nextUpdateHours'],
  ] as const) {
    const server = testServer({ behaviour: { varies } });
    const [one, other] = [await answerTo(request, server), await answerTo(request, server)];
    expect(texts(one.body, path)).not.toEqual(texts(other.body, path));
  }
});

test('a departure that took effect may pass over an answer of another form', async () => {
  const server = testServer({ on: 'get-policies', xml: { op: 'set', at: '//x:policySchema', to: '2' } });
  const upToDate = policiesBody({ lastUpdate: '<lastUpdate>2040-01-01T00:00:00Z</lastUpdate>' });
  expect((await answerTo(policiesRequest(), server)).status).toBe(200);
  expect((await answerTo(policiesRequest({ body: upToDate }), server)).status).toBe(200);
});

describe('is refused as void', () => {
  test('a kind whose answers cannot be made to vary', () => {
    expect(() => testServer({ behaviour: { varies: 'issue' } })).toThrow(VoidDeparture);
  });

  const probe = { method: 'GET', url: `${origin}/EnrollmentServer/Discovery.svc`, headers: [], body: new Uint8Array() };
  const departures: Readonly<Record<string, Departure>> = {
    'an XPath that matches nothing': { on: 'discover', xml: { op: 'remove', at: '//d:Nothing' } },
    'a value that is there already': { on: 'discover', xml: { op: 'set', at: policy, to: 'OnPremise' } },
    'a text that does not occur': { on: 'discover', replace: 'nothing', by: '' },
    'a header field that is not there': { on: 'discover', header: 'X-Nothing' },
    'the status that it has': { on: 'discover', status: 200 },
    'the control of a success': { on: 'probe', answer: { as: 'control' } },
    'a body shorter than nothing': { on: 'probe', framing: 'length-short' },
    'a provisioning document where there is none': { on: 'discover', provisioningReplace: 'a', by: 'b' },
    'XML in what is no XML': { on: 'probe', xml: { op: 'remove', at: '/*' } },
  };
  for (const [what, departure] of Object.entries(departures)) {
    test(what, async () => {
      const request = 'on' in departure && departure.on === 'probe' ? probe : discoverRequest();
      await expect(testServer(departure).handle(request)).rejects.toThrow(VoidDeparture);
    });
  }
});

test('a departure is narrowed to the requests that match an expression', async () => {
  const departure: Departure = { on: 'discover', matching: '>4\\.\\d<', status: 503 };
  const server = testServer(departure);
  const statuses = ['4.0', '5.0'].map(async (version) => (await answerTo(discoverRequest({ version }), server)).status);
  expect(await Promise.all(statuses)).toEqual([503, 200]);
});

test('a server that demands a GetPolicies issues one certificate for each', async () => {
  const server = testServer({ behaviour: { demandsPolicies: true } });
  const issue = async () => subcodeOf(await answerTo(tokenRequest(), server));
  expect(await issue()).toBe('EnrollmentServer');
  await answerTo(policiesRequest(), server);
  expect([await issue(), await issue()]).toEqual([undefined, 'EnrollmentServer']);
});

test('a departure may concern the n-th request of its kind only, whether the others are granted or refused', async () => {
  const answer = { as: 'fault', subcode: 'EnrollmentServer' } as const;
  const server = testServer(
    { on: 'get-policies', nth: 2, answer },
    { on: 'get-policies fault', nth: 2, answer },
    { on: 'get-policies fault', nth: 4, answer },
  );
  const requests = [wrongPassword, policiesRequest(), discoverRequest(), policiesRequest(), wrongPassword];
  const subcodes: (string | undefined)[] = [];
  for (const request of requests) subcodes.push(subcodeOf(await answerTo(request, server)));
  expect(subcodes).toEqual(['Authentication', 'EnrollmentServer', undefined, undefined, 'EnrollmentServer']);
});
