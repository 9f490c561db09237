import { describe, expect, test } from 'vitest';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import { soapMessages } from '../../engine/evidence/kind.ts';
import { readShownDeviations } from '../../reference-server/departures/shown-deviations.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import type { Answer, HttpRequest, Transport } from '../../wire/exchange/exchange.ts';
import { drivesOfGroup } from '../lawful-servers/drives.ts';
import { goldenSession } from '../golden-session.ts';
import { goldenInstant, referenceSession } from '../reference-run.ts';
import { noteOf } from '../../app/assess.ts';
import { checks } from '../../../suites/index.ts';

/** The checks that a wrong request is refused for its own reason. */
const negatives = checks.filter(({ needs }) => 'where' in needs && 'deviation' in needs.where);

const soap = 'application/soap+xml; charset=utf-8';
const closed: Answer = { kind: 'broken', reason: 'closed', message: 'The server closed the connection.' };

/** Servers that do not look at what they are asked. Each stands before the reference server, and may let it answer. */
const dishonest: Readonly<Record<string, (reference: Transport) => Transport>> = {
  'refuses everything with a correct MessageFormat fault': () => (request) => Promise.resolve(faultTo(request)),
  'answers HTTP 401 to everything': () => () => Promise.resolve(answered(401, 'text/html', '<h1>Unauthorized</h1>')),
  'closes every connection': () => () => Promise.resolve(closed),
  'answers everything with one and the same success': (reference) => {
    let canned: Answer | undefined;
    return async (request) => (canned ??= await reference(request));
  },
  'answers each message with a success that it has ready': (reference) => canning(reference),
  'refuses everything after the first wrong request': (reference) => {
    let isShut = false;
    return (request) => {
      isShut ||= request.method === 'POST' && readShownDeviations(request, new Map(), goldenInstant).length > 0;
      return isShut ? Promise.resolve(faultTo(request)) : reference(request);
    };
  },
};

test('there are negatives of both services', () => {
  const kinds = negatives.flatMap(({ needs }) => ('each' in needs ? needs.each : []));
  expect(kinds).toEqual(expect.arrayContaining(['get-policies', 'issue']));
});

/** Windows 8.1 and other media types may be served as well as refused: there the rule itself admits a success. */
const admitted: Readonly<Record<string, readonly string[]>> = {
  'answers each message with a success that it has ready': ['transport/other-media-types', 'discovery/legacy-discover'],
};

describe('no negative passes a server that', () => {
  test.for(Object.entries(dishonest))('%s', async ([name, between]) => {
    using dossier = openDossier(await referenceSession({ between }));
    const passed = negatives.filter((check) => judge(check, dossier, noteOf).outcome === 'passed');
    expect(passed.map(({ id }) => id)).toEqual(admitted[name] ?? []);
  });
});

/** A server in process has no TLS that it could refuse: the test of the check shows that it passes over TLS. */
const ofSockets = ['transport/old-tls-versions'];

/** The groups of lawful servers say which scenarios show a way in. */
const furtherWays = (
  [
    ['federated', 'tokens'],
    ['certificate', 'signatures'],
    ['entra', 'entra'],
  ] as const
).map(
  ([auth, group]) =>
    () =>
      referenceSession({ auth, scenarios: drivesOfGroup(group) }),
);

test('every other negative passes the honest one', async () => {
  const left = new Set(negatives);
  for (const session of [goldenSession, ...furtherWays]) {
    using dossier = openDossier(await session());
    for (const check of [...left]) if (judge(check, dossier, noteOf).outcome === 'passed') left.delete(check);
  }
  const others = [...left];
  expect(others.map(({ id }) => id)).toEqual(ofSockets);
});

const messageNames = Object.values(soapMessages).map(({ request }) => request.name);

/** Keeps the first success to each message and repeats it, whatever the next one says; what it does not know gets any success. */
function canning(reference: Transport): Transport {
  const canned = new Map<string, Promise<Answer>>();
  return (request) => {
    const text = Buffer.from(request.body).toString();
    const name = messageNames.find((known) => new RegExp(`[<:]${known}[ >]`).test(text));
    const key = name ?? `${request.method} ${request.url}`;
    const isKnown = name !== undefined || request.method === 'GET';
    const ready = canned.get(key) ?? (isKnown ? reference(request) : [...canned.values()].at(-1));
    canned.set(key, ready ?? reference(request));
    return canned.get(key) ?? reference(request);
  };
}

function faultTo(request: HttpRequest): Answer {
  const messageId = /MessageID[^>]*>([^<]*)</.exec(Buffer.from(request.body).toString())?.[1] ?? '';
  const fault =
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">' +
    `<s:Header><a:Action s:mustUnderstand="1">urn:example:fault</a:Action><a:RelatesTo>${messageId}</a:RelatesTo></s:Header>` +
    '<s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>s:MessageFormat</s:Value></s:Subcode></s:Code>' +
    '<s:Reason><s:Text xml:lang="en-US">The request cannot be read.</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>';
  return answered(500, soap, fault);
}

function answered(status: number, type: string, body: string): Answer {
  return { kind: 'answered', response: httpResponse(status, [['Content-Type', type]], Buffer.from(body)) };
}
