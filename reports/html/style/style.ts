import { colours } from './colours.ts';
import { figures } from './figures.ts';
import { forced } from './forced.ts';
import { layout } from './layout.ts';
import { parts } from './parts.ts';
import { print } from './print.ts';
import { tools } from './tools.ts';

/** The one style sheet of the page, without the line ends that nobody needs. */
export const sheet = [colours, layout, parts, figures, tools, forced, print].join('').replaceAll(/\n\s*/g, '\n').trim();
