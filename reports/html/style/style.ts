import { createHash } from 'node:crypto';
import { trusted } from '../../markup.ts';
import { colours } from './colours.ts';
import { layout } from './layout.ts';
import { parts } from './parts.ts';
import { print } from './print.ts';

const sheet = [colours, layout, parts, print].join('\n');
const digest = createHash('sha256').update(sheet).digest('base64');

/** Built in one piece: the policy names the hash of exactly what stands between the tags. */
export const styleElement = trusted(`<style>${sheet}</style>`);

/** Nothing may be loaded, run, framed or submitted; only this one style sheet applies. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
