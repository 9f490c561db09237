import type { Level } from '../harness/engine/rule/check.ts';
import type { Requirement } from '../suites/requirements/catalogue.ts';

/** What a new check is made from. */
export interface Blueprint {
  readonly phase: string;
  readonly name: string;
  readonly level: Level;
  readonly requirement: Requirement;
  /** The present index of the phase. */
  readonly index: string;
}

/** The three texts of a new check. They compile; the tests fail until everything in angle brackets is replaced. */
export function scaffoldCheck({ phase, name, level, requirement, index }: Blueprint): {
  readonly check: string;
  readonly test: string;
  readonly index: string;
} {
  const variable = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const check = `import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';

/** <What a device does with it, in a sentence.> */
export const ${variable} = defineCheck({
  id: '${phase}/${name}',
  title: ${quote(requirement.rule)},
  level: '${level}',
  basis: 'specification',
  requirements: ['${requirement.id}'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: '<what a device does otherwise>' },
  remedy: '<What to change on the server.>',
  needs: { each: 'discover' },

  *judge({ payload }) {
    for (const node of payload.all('<xpath>')) {
      if (node.text === '<wrong>') yield { message: \`<Name> is "\${node.text}"\`, at: node };
    }
  },

  counterexamples: [{ name: '<what is wrong, as a noun phrase>', ...set('discover', '<xpath>', '<wrong>') }],
});
`;
  const test = `import { testCheck } from '../../harness/testing/check-tester.ts';
import { ${variable} } from './${name}.ts';

testCheck(${variable}, { fails: ['<Name> is "<wrong>"'] });
`;
  return { check, test, index: withEntry(index, variable, name) };
}

/** The index with the check imported and listed last. */
function withEntry(index: string, variable: string, name: string): string {
  const lines = index.split('\n');
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '));
  const end = lines.findLastIndex((line) => line.trim() === '];' || line.trim().endsWith('];'));
  const listed =
    lines[end]?.trim() === '];' ? [`  ${variable},`, '];'] : [(lines[end] ?? '').replace(/\];$/, `, ${variable}];`)];
  return [
    ...lines.slice(0, lastImport + 1),
    `import { ${variable} } from './${name}.ts';`,
    ...lines.slice(lastImport + 1, end),
    ...listed,
    ...lines.slice(end + 1),
  ].join('\n');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
