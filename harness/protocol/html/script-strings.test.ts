import { expect, test } from 'vitest';
import { leavesString } from './script-strings.ts';

const probe = `BEGIN" ' \`END`;
const escaped = JSON.stringify(probe);

test.for([
  ['a text in quotation marks', `var a = "${probe}";`, true],
  ['a text in apostrophes', `var a = 'x/${probe}';`, true],
  ['a template', `var a = \`${probe}\`;`, true],
  ['a text that JSON wrote', `var a = ${escaped};`, false],
  ['a text whose quotation marks are numbers', `var a = "BEGIN\\u0022 \\u0027 \\u0060END";`, false],
  ['an escape of the escape', `var a = "BEGIN\\\\" + b + "END";`, true],
  ['an apostrophe before a text that JSON wrote', `var a = "it's", b = ${escaped};`, false],
  ['an apostrophe in a comment', `// it's\nvar b = ${escaped}; /* it's */ var c = ${escaped};`, false],
  ['an apostrophe in a regular expression', `var a = b.replace(/'/g, "") / 2, c = ${escaped};`, false],
  ['a comment', `/* BEGIN" END */`, false],
  ['a template that only the other marks are in', `var a = \`BEGIN" 'END\`;`, false],
  ['neither', 'var a = 1;', false],
] as const)('%s', ([, script, leaves]) => {
  expect(leavesString(script, 'BEGIN', 'END')).toBe(leaves);
});
