import { writeFile } from 'node:fs/promises';
import { deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { header, set } from '../../engine/rule/departures.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { asSaz } from '../../testing/as-saz.ts';
import { asSyncmlStream } from '../../testing/as-syncml-stream.ts';
import { recordReference } from '../../testing/reference-run.ts';
import type { Exchange, Transport } from '../../wire/exchange/exchange.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { firstSession } from '../../../suites/management/scenarios/first-session.ts';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';

const timeout = 180_000;

/** What a proxy sees of a run: nothing is redacted yet, and nobody says what a request is for. */
async function watch(departures: readonly Departure[] = []): Promise<readonly Exchange[]> {
  const seen: Exchange[] = [];
  const between =
    (transport: Transport): Transport =>
    async (request) => {
      const answer = await transport(request);
      const index = seen.length;
      const startedAt = new Date(Date.UTC(2026, 0, 15, 9, 30, index)).toISOString();
      seen.push({ index, startedAt, durationMs: 40, request, answer, secrets: [] });
      return answer;
    };
  await recordReference({ scenarios: [firstSession, wrongPassword], departures, between });
  return seen;
}

let exchanges: readonly Exchange[];

/** The HAR of another tool: nothing in it is of ours. */
function plainHar(recorded: readonly Exchange[]): string {
  const entries = recorded.map(({ startedAt, durationMs, request, answer }) => ({
    startedDateTime: startedAt,
    time: durationMs,
    request: {
      ...request,
      headers: request.headers.map(([name, value]) => ({ name, value })),
      postData: { text: Buffer.from(request.body).toString('utf8') },
    },
    response: {
      status: answer.response?.status ?? 0,
      statusText: answer.response?.statusText,
      httpVersion: answer.response?.httpVersion,
      headers: answer.response?.headers.map(([name, value]) => ({ name, value })),
      bodySize: answer.response?.body.length,
      content: {
        size: answer.response?.body.length,
        text: Buffer.from(answer.response?.body ?? []).toString('base64'),
        encoding: 'base64',
      },
    },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'Fiddler', version: '5' }, entries } });
}

async function audited(file: string, out: string): Promise<Results & { readonly code: number; readonly err: string }> {
  const { code, out: document, err } = await call(['audit', file, '--json', '--format', 'json', '--out', out]);
  expect(err).not.toMatch(/internal error/);
  return { ...(JSON.parse(document) as Results), code, err };
}

const outcomes = ({ judgements }: Results): string[] =>
  judgements.map(
    ({ check, outcome, findings }) => `${check} ${outcome} ${findings.map(({ message }) => message).join()}`,
  );

describe('the same session as other tools record it', { timeout }, () => {
  beforeAll(async () => {
    exchanges = await watch();
    expect(exchanges.length).toBeGreaterThan(8);
  });

  test('a Fiddler archive gives the judgements of a HAR', async () => {
    await using workspace = await createWorkspace();
    const har = await audited(await workspace.write('a.har', plainHar(exchanges)), workspace.at('har'));
    const saz = workspace.at('named-anything.zip');
    await writeFile(saz, await asSaz(exchanges));
    const archive = await audited(saz, workspace.at('saz'));
    expect(archive.err).toBe('');
    expect(har.judgements.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(50);
    expect(archive.judgements).toEqual(har.judgements);
    expect(archive.code).toBe(har.code);
    const stored = await workspace.read('saz/session.har');
    expect(stored).not.toContain('correct horse');
    expect(stored).toBe(await workspace.read('har/session.har'));
  });

  test('so does one of a server with faults in its messages and its HTTP', async () => {
    const wrong = await watch([
      { ...header('get-policies', 'Content-Type', 'text/html') },
      { ...header('manage', 'Content-Type', 'application/xml') },
      { ...set('manage', '//sync:Status[1]/sync:MsgRef', '9') },
    ]);
    await using workspace = await createWorkspace();
    const har = await audited(await workspace.write('a.har', plainHar(wrong)), workspace.at('har'));
    await writeFile(workspace.at('a.saz'), await asSaz(wrong));
    const archive = await audited(workspace.at('a.saz'), workspace.at('saz'));
    const failed = har.judgements.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
    expect(failed).toEqual(expect.arrayContaining(['management/content-type', 'management/header-status']));
    expect(archive.judgements).toEqual(har.judgements);
    expect(archive.causes).toEqual(har.causes);
  });

  test('so does one whose answers are chunked and packed, in what does not depend on that', async () => {
    const packed = exchanges.map((exchange): Exchange => {
      const { answer } = exchange;
      if (answer.kind === 'broken' || answer.response.body.length === 0) return exchange;
      const body = gzipSync(answer.response.body);
      const chunks = [body.subarray(0, 10), body.subarray(10)];
      const chunked = chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)}\r\n`),
        chunk,
        Buffer.from('\r\n'),
      ]);
      const headers = answer.response.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
      const response = {
        ...answer.response,
        headers: [...headers, ['Transfer-Encoding', 'chunked'], ['Content-Encoding', 'gzip']] as const,
        body: Buffer.concat([...chunked, Buffer.from('0\r\n\r\n')]),
      };
      return { ...exchange, answer: { kind: 'answered', response } };
    });
    await using workspace = await createWorkspace();
    const [plain, coded] = [workspace.at('plain.saz'), workspace.at('coded.saz')];
    await writeFile(plain, await asSaz(exchanges));
    await writeFile(coded, await asSaz(packed));
    const passed = ({ judgements }: Results): string[] =>
      judgements
        .filter(
          ({ check, outcome, phase }) => outcome === 'passed' && phase !== 'transport' && !check.endsWith('/unchunked'),
        )
        .map(({ check }) => check);
    expect(passed(await audited(coded, workspace.at('coded')))).toEqual(
      passed(await audited(plain, workspace.at('plain'))),
    );
  });

  test('a packed HAR of mitmproxy is unpacked', async () => {
    await using workspace = await createWorkspace();
    const file = workspace.at('flows.zhar');
    await writeFile(file, deflateSync(plainHar(exchanges), { level: 9 }));
    const har = await audited(await workspace.write('a.har', plainHar(exchanges)), workspace.at('har'));
    expect(outcomes(await audited(file, workspace.at('zhar')))).toEqual(outcomes(har));
  });

  test('messages without HTTP are judged by what they say', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('SyncMLStream.xml', asSyncmlStream(exchanges));
    const { judgements, err, code, exchanges: notes } = await audited(file, workspace.at('out'));
    expect(err).toContain('it holds messages without HTTP, so that what they say is judged');
    expect(code).toBe(3);
    expect(new Set(judgements.map(({ outcome }) => outcome))).toEqual(
      new Set(['passed', 'inapplicable', 'inconclusive']),
    );
    const management = judgements.filter(({ phase }) => phase === 'management');
    expect(management.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check)).toEqual([
      'management/proof',
      'management/challenge',
      'management/nonce',
      'management/namespace',
      'management/schema',
      'management/plain-writing',
      'management/message-id',
      'management/session-id',
      'management/addresses',
      'management/header-status',
      'management/command-statuses',
      'management/status-commands',
      'management/status-references',
      'management/command-id',
      'management/items',
      'management/local-addresses',
      'management/atomic',
      'management/user-scope',
      'management/command-order',
      'management/renewal-settings',
      'management/final',
      'management/session-end',
      'management/repeated-changes',
    ]);
    const open = management.filter(({ outcome }) => outcome === 'inconclusive');
    const reasons = open.map(({ check, reason }) => [check, reason]);
    for (const check of ['answer', 'content-type', 'unchunked', 'retry-after']) {
      expect(reasons).toContainEqual([`management/${check}`, expect.stringContaining('was recorded without HTTP')]);
    }
    expect(open.map(({ check }) => check)).toContain('management/identity');
    expect(judgements.filter(({ phase, outcome }) => phase !== 'management' && outcome === 'passed')).toEqual([]);
    expect(notes[0]?.summary).toMatch(/^POST https:.* → Status 407 for SyncHdr$/);
    await call(['audit', file, '--format', 'html', '--out', workspace.at('shown')]);
    const page = await workspace.read('shown/report.html');
    expect(page).toContain('recorded without HTTP');
    expect(page).not.toMatch(/No complete answer|>Sent</);
    const again = await audited(workspace.at('out/session.har'), workspace.at('again'));
    expect(again.judgements).toEqual(judgements);
  });

  test('and what is wrong in them fails', async () => {
    await using workspace = await createWorkspace();
    const wrong = asSyncmlStream(exchanges).replaceAll('<CmdRef>0</CmdRef>', '<CmdRef>7</CmdRef>');
    const { judgements, code } = await audited(await workspace.write('a.txt', wrong), workspace.at('out'));
    expect(judgements.find(({ check }) => check === 'management/header-status')).toMatchObject({ outcome: 'failed' });
    expect(code).toBe(1);
  });

  test('a stream that a viewer laid out says nothing of white space, and one that begins late nothing of its beginning', async () => {
    await using workspace = await createWorkspace();
    const stream = asSyncmlStream(exchanges);
    const outcomesOf = async (name: string, text: string, check: string): Promise<unknown> => {
      const { judgements } = await audited(await workspace.write(`${name}.txt`, text), workspace.at(name));
      return judgements.find((judgement) => judgement.check === check)?.outcome;
    };
    const inLines = stream.replaceAll('><', '>\r\n<');
    expect(await outcomesOf('lines', inLines, 'management/plain-writing')).toBe('inconclusive');
    const late = stream.split(/(?=<!-- 15)/);
    expect(await outcomesOf('late', [late[0], ...late.slice(3)].join(''), 'management/message-id')).toBe('passed');
    const renumbered = stream.replace(
      /(<MsgID>)2(<\/MsgID>(?:(?!<\/SyncML>)[^])*<CmdRef>0<\/CmdRef><Cmd>SyncHdr<\/Cmd><Data>212)/,
      '$17$2',
    );
    expect(await outcomesOf('renumbered', renumbered, 'management/message-id')).toBe('failed');
  });
});
