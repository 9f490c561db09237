import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { openDossier } from '../../../engine/evidence/dossier.ts';
import { behaves } from '../../../engine/rule/departures.ts';
import { referenceHarOverTls } from '../../../testing/reference-run.ts';
import type { ReferenceRun } from '../../../testing/reference-run.ts';
import { readRedactedHar, serialiseHar } from '../../../wire/har/har.ts';
import { Secret } from '../../../wire/redaction/secret.ts';
import { findBrowser } from './find-browser.ts';

const email = 'user@contoso.example';
const password = 'correct horse 7&<staple>';

/** The kinds and outcomes of one enrollment over TLS, why nobody could sign in, and the text of the session. */
async function enroll(signIn: ReferenceRun['signIn'], run: ReferenceRun = {}) {
  const har = await referenceHarOverTls({
    ...run,
    auth: 'federated',
    scenarios: [windowsEnrollment],
    ...(signIn === undefined ? {} : { signIn }),
  });
  const session = readRedactedHar(har);
  using dossier = openDossier(session);
  const steps = dossier.evidence.map(({ kind, state }) => `${kind} ${state}`);
  return { steps, problem: session.meta?.signInProblem, text: serialiseHar(har) };
}

const opened = ['probe success', 'discover success', 'authenticate page'];
/** The second certificate is asked for by the same token, to see how often the server takes it. */
const enrolled = [...opened, 'get-policies success', 'issue success', 'issue success'];

const filling = (secret: string) => [
  { fill: '#username', with: email },
  { fill: '#password', with: new Secret('password', secret) },
];
const pressing = { click: 'button[type=submit]' };

describe('a script signs in', () => {
  test('and the token of the last page enrolls the device', async () => {
    const { steps, problem, text } = await enroll({ by: 'browser', script: [...filling(password), pressing] });
    expect(problem).toBeUndefined();
    expect(steps).toEqual(enrolled);
    expect(text).not.toMatch(/correct(?: |\+|%20)horse|eyJ/);
    expect(text).toContain('redacted-token-');
  });

  test('also where a script builds the last form', async () => {
    const { steps } = await enroll(
      { by: 'browser', script: [...filling(password), pressing] },
      { departures: [behaves({ signInPage: 'form-by-script' })] },
    );
    expect(steps).toEqual(enrolled);
  });
});

test('a person fills the form', async () => {
  await using seen = await watchedBrowser();
  const enrollment = enroll({ by: 'browser', executable: seen.executable, headless: true });
  const page = await seen.page('Sign in to enroll your device');
  await page.getByLabel('User name').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const { steps, problem, text } = await enrollment;
  expect(problem).toBeUndefined();
  expect(steps).toEqual(enrolled);
  expect(text).not.toMatch(/correct(?: |\+|%20)horse|eyJ/);
});

test('a person closes the window', async () => {
  await using seen = await watchedBrowser();
  const enrollment = enroll({ by: 'browser', executable: seen.executable, headless: true });
  await (await seen.page('Sign in to enroll your device')).close();
  expect(await enrollment).toMatchObject({ problem: 'the window was closed before the sign-in ended' });
});

test('a browser that is not there is named', async () => {
  const { problem, steps } = await enroll({ by: 'browser', executable: '/nobody/has/this/browser', headless: true });
  expect(problem).toMatch(/^the browser "\/nobody\/has\/this\/browser" did not start/);
  expect(steps).toEqual(opened);
});

/** A browser whose pages somebody else than the run can use. */
async function watchedBrowser() {
  const folder = await mkdtemp(path.join(tmpdir(), 'browser-'));
  const port = await freePort();
  const executable = path.join(folder, 'browser');
  await writeFile(executable, `#!/bin/sh\nexec ${findBrowser() ?? ''} --remote-debugging-port=${port} "$@"\n`);
  await chmod(executable, 0o755);
  let browser: Browser | undefined;
  return {
    executable,
    /** The page of this title, as soon as it is there. */
    async page(title: string): Promise<Page> {
      return await vi.waitFor(async () => {
        browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        const pages = browser.contexts().flatMap((context) => context.pages());
        for (const page of pages) if ((await page.title()) === title) return page;
        throw new Error(`no page "${title}" among ${pages.length}`);
      }, 30_000);
    },
    async [Symbol.asyncDispose]() {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
