import { tokenInput } from '../../../protocol/html/end-form.ts';
import type { Reveal } from '../../../wire/redaction/secret-register.ts';
import { Secret } from '../../../wire/redaction/secret.ts';
import { withCrlf } from '../form-body.ts';
import type { SignInResult } from '../sign-in-by-form.ts';
import type { BrowserContext, Page } from 'playwright-core';
import type { BrowserStep, BrowserWay } from './browser-step.ts';
import { captureScript, handOver } from './capture-token.ts';
import type { SubmittedForm } from './capture-token.ts';
import { startBrowser } from './start-browser.ts';

/** What a browser is given besides its way. */
export interface BrowserParts {
  /** The address of the first page, with what a device adds to it. */
  readonly start: string;
  readonly reveal: Reveal;
  /** Whether a device would open an address. */
  readonly accepts: (url: string) => boolean;
  /** Options of Chromium on its command line. */
  readonly args: readonly string[];
  /** Ends the sign-in. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds that a script waits for the next element, and for the end after the last step. */
const longestStepMs = 30_000;
/** Milliseconds that a person may take. */
const longestMs = 600_000;

/**
 * Opens the first page in a browser without cookies, and waits for the form that goes to the application, which the browser does not send.
 * A script or a person signs in meanwhile. Never rejects for what a page does. No problem quotes a page or a secret.
 */
export async function signInByBrowser(way: BrowserWay, parts: BrowserParts): Promise<SignInResult> {
  const { script } = way;
  const { start, reveal, accepts, args, signal } = parts;
  const started = await startBrowser({ ...way, headless: way.headless ?? script !== undefined, args });
  if ('problem' in started) return started;
  const { browser } = started;
  let handed: ((form: SubmittedForm) => void) | undefined;
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const ended = new Promise<SubmittedForm>((resolve) => {
      handed = resolve;
    });
    await context.exposeFunction(handOver, (form: SubmittedForm) => {
      handed?.(form);
    });
    await context.addInitScript(captureScript);
    await context.route(
      ({ protocol, href }) => protocol === 'http:' && !accepts(href),
      (route) => route.abort('blockedbyclient'),
    );
    const cut = new Promise<SignInResult>((resolve) => {
      page.on('close', () => {
        resolve({ problem: 'the window was closed before the sign-in ended' });
      });
      signal?.addEventListener('abort', () => {
        resolve({ problem: 'the run was interrupted during the sign-in' });
      });
    });
    const going = drive(page, start, script, reveal);
    const result = await Promise.race([ended.then(resultOf), cut, going]);
    for (const { value } of await cookiesIn(context)) if (value !== '') reveal(new Secret('cookie', value));
    return result;
  } finally {
    await browser.close();
  }
}

/** Opens the page and takes the steps. It resolves only where the sign-in has not ended in time, or cannot. */
async function drive(
  page: Page,
  start: string,
  script: readonly BrowserStep[] | undefined,
  reveal: Reveal,
): Promise<SignInResult> {
  try {
    await page.goto(start, { timeout: longestStepMs, waitUntil: 'domcontentloaded' });
  } catch (error) {
    return { problem: `the browser could not open the sign-in page${netErrorIn(error)}` };
  }
  for (const step of script ?? []) {
    const problem = await take(page, step, reveal);
    if (problem !== undefined) return { problem };
  }
  await forMs(page, script === undefined ? longestMs : longestStepMs);
  const waited = script === undefined ? 'in 10 minutes' : 'within 30 s after the last step of its script';
  return { problem: `the browser did not come to the form with the token ${waited}` };
}

/** What Playwright says of a failed step quotes what was to be filled, so that it is not shown. */
async function take(page: Page, step: BrowserStep, reveal: Reveal): Promise<string | undefined> {
  const [verb, selector] = 'fill' in step ? ['fill', step.fill] : ['click', step.click];
  const element = page.locator(selector).first();
  try {
    if ('fill' in step) {
      const text = typeof step.with === 'string' ? step.with : reveal(step.with);
      await element.fill(text, { timeout: longestStepMs });
    } else {
      await element.click({ timeout: longestStepMs, noWaitAfter: true });
    }
    return undefined;
  } catch {
    const seconds = longestStepMs / 1000;
    return `no element for the step { ${verb}: ${selector} } of "signIn.browser" could be used within ${seconds} s`;
  }
}

/** Ends early if the page is closed. */
async function forMs(page: Page, ms: number): Promise<void> {
  await page.waitForEvent('close', { timeout: ms }).catch(() => undefined);
}

function resultOf({ method, value }: SubmittedForm): SignInResult {
  if (value === undefined) return { problem: `the last form holds no input "${tokenInput}"` };
  if (value.trim() === '') return { problem: `the input "${tokenInput}" of the last form is empty` };
  if (method !== 'post') return { problem: `the last form has the method ${method.toUpperCase()}, not POST` };
  return { token: new Secret('token', withCrlf(value)) };
}

/** The code of Chromium, such as ` (ERR_CERT_AUTHORITY_INVALID)`; the rest quotes the address. */
function netErrorIn(error: unknown): string {
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return code === undefined ? '' : ` (${code})`;
}

/** None if the browser has ended. */
async function cookiesIn(context: BrowserContext): Promise<readonly { value: string }[]> {
  return await context.cookies().catch(() => []);
}
