import { describe, expect, test } from 'vitest';
import { parseXml } from '../../protocol/xml/tree.ts';
import { answerTo, header, schemaIssues, subcodeOf, texts } from '../testing/answers.ts';
import {
  actions,
  discoverBody,
  discoverRequest,
  envelope,
  messageId,
  origin,
  policiesBody,
  post,
  testServer,
} from '../testing/requests.ts';

const discovery = '/EnrollmentServer/Discovery.svc';
const valid = envelope(actions.discover, discoverBody());

describe('a fault answers', () => {
  const refused: Readonly<Record<string, string>> = {
    'an empty request': '',
    'a request that is not XML': valid.slice(0, -20),
    'a document type declaration': `<!DOCTYPE x>${valid}`,
    'a SOAP 1.1 request': valid.replace(
      'http://www.w3.org/2003/05/soap-envelope',
      'http://schemas.xmlsoap.org/soap/envelope/',
    ),
    'an unknown action': valid.replace('/Discover<', '/Enrol<'),
    'a missing action': valid.replace(/<a:Action.*<\/a:Action>/, ''),
    'a missing MessageID': valid.replace(/<a:MessageID>.*<\/a:MessageID>/, ''),
    'a body for another endpoint': envelope(actions.discover, policiesBody()),
    'an empty body': envelope(actions.discover, ''),
    'two bodies in one': envelope(actions.discover, discoverBody() + discoverBody()),
    'a mandatory header that it does not know': envelope(actions.discover, discoverBody(), {
      headers: '<x:Must xmlns:x="urn:example" s:mustUnderstand="1"/>',
    }),
  };
  for (const [what, body] of Object.entries(refused)) {
    test(what, async () => {
      const answer = await answerTo(post(discovery, body));
      expect([answer.status, subcodeOf(answer)]).toEqual([500, 'MessageFormat']);
      expect(schemaIssues(answer.body, 'fault')).toEqual([]);
    });
  }

  test.for([
    ['a SOAP 1.1 request', 's:VersionMismatch'],
    ['a mandatory header that it does not know', 's:MustUnderstand'],
    ['an unknown action', 's:Receiver'],
  ] as const)('%s, with the code %s', async ([what, code]) => {
    const { body } = await answerTo(post(discovery, refused[what] ?? ''));
    expect(Buffer.from(body).toString()).toContain(`<s:Value>${code}</s:Value>`);
  });

  test('a SOAP 1.1 request with the version that it speaks', async () => {
    const { body } = await answerTo(post(discovery, refused['a SOAP 1.1 request'] ?? ''));
    using tree = parseXml(body);
    const [supported, ...others] = tree.all('/s:Envelope/s:Header/s:Upgrade/s:SupportedEnvelope');
    expect([supported?.attribute('qname'), supported?.namespaceOf('s'), others]).toEqual([
      's:Envelope',
      'http://www.w3.org/2003/05/soap-envelope',
      [],
    ]);
    expect(tree.text('//s:Reason/s:Text')).toBe(
      'The envelope is not that of SOAP 1.2. Envelope in line 1 is in the namespace ' +
        '"http://schemas.xmlsoap.org/soap/envelope/"; the right one is "http://www.w3.org/2003/05/soap-envelope".',
    );
  });

  test('mandatory headers that it does not know by their names, before it reads the rest', async () => {
    const headers =
      '<x:Must xmlns:x="urn:example" s:mustUnderstand="1"/><Bare s:mustUnderstand="true"/><x:May xmlns:x="urn:example"/>';
    const { body } = await answerTo(post(discovery, envelope('urn:unknown', discoverBody(), { headers })));
    using tree = parseXml(body);
    const named = tree.all('/s:Envelope/s:Header/s:NotUnderstood').map((block) => {
      const qname = block.attribute('qname');
      return [qname, qname?.startsWith('n:') === true ? block.namespaceOf('n') : undefined];
    });
    expect(named).toEqual([
      ['n:Must', 'urn:example'],
      ['Bare', undefined],
    ]);
    expect(tree.text('//s:Code/s:Value')).toBe('s:MustUnderstand');
  });

  test.for([
    ['Discover', envelope(actions.discover, discoverBody().replace('/enrollment"', '/enrollment/"'))],
    ['request', envelope(actions.discover, discoverBody().replace('<request>', '<request xmlns="urn:other">'))],
  ] as const)('%s in the wrong namespace with both namespaces', async ([name, body]) => {
    const answer = await answerTo(post(discovery, body));
    const right = 'http://schemas.microsoft.com/windows/management/2012/01/enrollment';
    const came = name === 'Discover' ? `${right}/` : 'urn:other';
    expect(subcodeOf(answer)).toBe('MessageFormat');
    expect(texts(answer.body, '//s:Reason/s:Text')[0]).toContain(
      ` ${name} in line 1 is in the namespace "${came}"; the right one is "${right}".`,
    );
  });

  test('in SOAP 1.2 with Receiver, a reason in English, and the MessageID where it is known', async () => {
    const { body } = await answerTo(post(discovery, envelope('urn:unknown', discoverBody())));
    expect(texts(body, '//s:Fault/s:Code/s:Value')).toEqual(['s:Receiver']);
    expect(texts(body, '//s:Fault/s:Reason/s:Text[@xml:lang="en-US"]')).toEqual([
      'This endpoint does not know the requested Action.',
    ]);
    expect(texts(body, '//s:Header/a:RelatesTo')).toEqual([messageId]);
    expect(texts(body, '//s:Detail')).toEqual([]);
  });
});

test('an action may be padded and in another letter case', async () => {
  const answer = await answerTo(
    post(discovery, valid.replace(actions.discover, `\n ${actions.discover.toUpperCase()} \n`)),
  );
  expect(answer.status).toBe(200);
});

test.for([
  ['a header that is not mandatory', '<x:May xmlns:x="urn:example" s:mustUnderstand="0"/>'],
  ['a mandatory header for another node', '<x:Must xmlns:x="urn:example" s:mustUnderstand="1" s:role="urn:proxy"/>'],
] as const)('%s may be unknown', async ([, headers]) => {
  expect((await answerTo(post(discovery, envelope(actions.discover, discoverBody(), { headers })))).status).toBe(200);
});

test('the same MessageID may come again and again', async () => {
  const server = testServer();
  const statuses = [await server.handle(discoverRequest()), await server.handle(discoverRequest())];
  expect(statuses.map(({ response }) => response.status)).toEqual([200, 200]);
});

test('equal seeds give equal bytes, and each answer its own ActivityId', async () => {
  const [one, other] = [testServer(), testServer()];
  const [first, same, second] = [
    await one.handle(discoverRequest()),
    await other.handle(discoverRequest()),
    await one.handle(discoverRequest()),
  ];
  expect(Buffer.from(first.response.body).equals(same.response.body)).toBe(true);
  expect(Buffer.from(first.response.body).equals(second.response.body)).toBe(false);
});

describe('without SOAP it answers', () => {
  const bare = (method: string, path: string) => ({
    method,
    url: `${origin}${path}`,
    headers: [],
    body: new Uint8Array(),
  });
  test('404 on an unknown path', async () => {
    expect((await answerTo(bare('GET', '/'))).status).toBe(404);
  });
  test('405 on a method that the endpoint does not have, naming those it has', async () => {
    const answer = await answerTo(bare('PUT', discovery));
    expect([answer.status, header(answer, 'Allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
  test('200 on HEAD where it answers GET', async () => {
    expect((await answerTo(bare('HEAD', discovery))).status).toBe(200);
    expect((await answerTo(bare('HEAD', '/EnrollmentServer/Policy.svc'))).status).toBe(405);
  });
  test('405 and 415 at the management address, where a message of SyncML is due', async () => {
    const manage = '/ManagementServer/Manage.svc?mode=Maintenance';
    const answers = [await answerTo(bare('PUT', manage)), await answerTo(bare('POST', manage))];
    expect(answers.map(({ status }) => status)).toEqual([405, 415]);
    expect(answers.map((answer) => header(answer, 'Content-Type'))).toEqual(
      Array.from(answers, () => 'text/plain; charset=utf-8'),
    );
    expect(Buffer.from(answers[1]?.body ?? []).toString()).toBe('A message is application/vnd.syncml.dm+xml.\n');
  });
});
