import { expect, test } from 'vitest';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import { referenceSessionOverTls } from '../../testing/reference-run.ts';
import { noteOf } from '../../app/assess.ts';
import { documentTypes } from '../../../suites/envelope/scenarios/document-types.ts';
import { fetchedEntities } from '../../../suites/envelope/fetched-entities.ts';
import { countCallbacks } from './callback.ts';
import { listenForCallbacks } from './callback-listener.ts';

test('each address is counted for itself', async () => {
  await using callback = await listenForCallbacks();
  const [one, other] = [callback.urlFor('run/one'), callback.urlFor('run/other')];
  for (const url of [one, `${one}?query`, other]) {
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '']);
  }
  expect([one, other, callback.urlFor('run/none')].map(callback.fetches)).toEqual([2, 1, 0]);
});

test('a forwarder may take the path of the address off, or leave it', () => {
  const callback = countCallbacks('https://tunnel.example/here');
  const url = callback.urlFor('run/one');
  expect(url).toBe('https://tunnel.example/here/run/one');
  callback.note('/run/one');
  expect(callback.fetches(url)).toBe(1);
  callback.note('/here/run/one');
  callback.note('/here/run/one');
  expect(callback.fetches(url)).toBe(3);
});

test('a port that is taken is refused', async () => {
  await using first = await listenForCallbacks();
  const port = Number(new URL(first.urlFor('')).port);
  await expect(listenForCallbacks({ url: `http://localhost:${port}` })).rejects.toThrow(/EADDRINUSE/);
});

test('a server over TLS that fetches is found, one that does not is not', async () => {
  const departures = [{ behaviour: { fetchesEntities: true } }] as const;
  for (const [departure, outcome] of [[departures, 'failed'] as const, [[], 'passed'] as const]) {
    using dossier = openDossier(await referenceSessionOverTls({ departures: departure, scenarios: [documentTypes] }));
    expect(judge(fetchedEntities, dossier, noteOf)).toMatchObject({ outcome });
  }
});
