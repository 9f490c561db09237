import type { Browser } from 'playwright-core';
import type * as Playwright from 'playwright-core';
import type { BrowserWay } from './browser-step.ts';
import { findBrowser } from './find-browser.ts';

/** A browser, or why there is none, as a clause for people. */
export type StartedBrowser = { readonly browser: Browser } | { readonly problem: string };

/** How to start it. */
export interface BrowserStart extends Pick<BrowserWay, 'executable'> {
  readonly headless: boolean;
  readonly args: readonly string[];
}

/** Starts a Chromium or an Edge. Never rejects. The browser ends with this process. */
export async function startBrowser({ executable, headless, args }: BrowserStart): Promise<StartedBrowser> {
  const playwright = await loadPlaywright();
  if (!playwright) {
    return { problem: 'a sign-in by browser needs the package playwright-core: run "npm install playwright-core"' };
  }
  const executablePath = executable ?? findBrowser();
  const choices = executablePath === undefined ? [{ channel: 'msedge' }, { channel: 'chrome' }] : [{ executablePath }];
  for (const choice of choices) {
    try {
      const browser = await playwright.chromium.launch({
        ...choice,
        headless,
        args: [...args],
        // Chromium refuses its sandbox to root.
        chromiumSandbox: process.getuid?.() !== 0,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      return { browser };
    } catch (error) {
      if (executablePath !== undefined) return { problem: whyNot(executablePath, error) };
    }
  }
  return {
    problem:
      'a sign-in by browser needs Edge, Chrome or Chromium, and none was found: install one (on Debian "apt install chromium"), or name it with "executable" in "signIn.browser"',
  };
}

/** It is no dependency, because few need it. */
async function loadPlaywright(): Promise<typeof Playwright | undefined> {
  try {
    return await import('playwright-core');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The first line says what is wrong; the others hold the whole command. */
function whyNot(executable: string, error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `the browser "${executable}" did not start (${line.replace(/\.$/, '').slice(0, 200)})`;
}
