import { createHash } from 'node:crypto';
import { trusted } from '../markup.ts';
import { pageScript } from './script/page-script.ts';
import { sheet } from './style/style.ts';

/** Built in one piece each: the policy names the hash of exactly what stands between the tags. */
export const styleElement = trusted(`<style>${sheet}</style>`);
export const scriptElement = trusted(`<script>${pageScript}</script>`);

/** Nothing may be loaded, run, framed or submitted; only this one style sheet applies. */
export const stylePolicy = `default-src 'none'; style-src '${hashOf(sheet)}'; base-uri 'none'; form-action 'none'`;

/** The same, and only this one script runs. */
export const contentSecurityPolicy = `${stylePolicy}; script-src '${hashOf(pageScript)}'`;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
