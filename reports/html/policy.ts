import { createHash } from 'node:crypto';
import { trusted } from '../markup.ts';
import { pageScript } from './script/page-script.ts';
import { sheet } from './style/style.ts';

/** Built in one piece each: the policy names the hash of exactly what stands between the tags. */
export const styleElement = trusted(`<style>${sheet}</style>`);
export const scriptElement = trusted(`<script>${pageScript}</script>`);

/** Nothing may be loaded, run, framed or submitted; only this one style sheet applies. */
export const stylePolicy = policy(`style-src '${hashOf(sheet)}'`);

/** The same, and only this one script runs. */
export const contentSecurityPolicy = policy(`style-src '${hashOf(sheet)}'`, `script-src '${hashOf(pageScript)}'`);

function policy(...allowed: readonly string[]): string {
  return ["default-src 'none'", ...allowed, "base-uri 'none'", "form-action 'none'"].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
