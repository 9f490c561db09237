import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from '../../../harness/device/sign-in/browser/find-browser.ts';

/** A tab with a report, and what the browser said of it: messages, errors, and requests to the network. */
interface Tab {
  readonly page: Page;
  readonly said: readonly string[];
}

/** A report in a browser, from a file, as a reader opens it. */
export interface OpenedReport extends AsyncDisposable {
  /** One tab at a time: the one before is closed. */
  readonly open: (options?: BrowserContextOptions, fragment?: string) => Promise<Tab>;
}

/** Writes the report into a folder of its own, which goes away with it. */
export async function openReport(text: string): Promise<OpenedReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mde-page-'));
  const file = path.join(folder, 'report.html');
  await writeFile(file, text);
  let last: BrowserContext | undefined;
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] });
  return {
    open: async (options = {}, fragment = '') => {
      await last?.close();
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      last = context;
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) said.push(`asked for ${request.url()}`);
      });
      await page.goto(`${pathToFileURL(file).href}${fragment}`);
      return { page, said };
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** How many pages a document in PDF has. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
