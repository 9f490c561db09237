import type { CheckModule } from '../../own-checks/own-module.ts';

/** What a check of a module is about: for people, or as one JSON document. */
export function ownCheckText({ name, checks, noteOf }: CheckModule, id: string, json: boolean): string {
  const found = checks.find((check) => check.id === id);
  if (!found) return '';
  const { judge: _judge, applies, needs: _needs, counterexamples, ...check } = found;
  const rows = check.requirements.map(noteOf);
  if (json) {
    const names = counterexamples.map((one) => one.name);
    const described = { ...check, when: applies?.when, counterexamples: names };
    return `${JSON.stringify({ term: id, module: name, check: described, requirements: rows }, null, 2)}\n`;
  }
  const { impact } = check;
  return [
    `${check.id} (${check.level}, ${check.basis}, since ${check.since}), of the module ${name.name}`,
    `  ${check.title}.`,
    ...(applies === undefined ? [] : [`  Applies     when ${applies.when}`]),
    `  Otherwise   ${impact.says}${impact.hresult === undefined ? '' : ` (${impact.hresult})`}.`,
    `  Remedy      ${check.remedy}`,
    ...rows.map((row) => `  ${row.id.padEnd(11)} ${row.rule} (${row.source})`),
    '  Fails on a server with',
    ...counterexamples.map((one) => `    ${one.name}`),
    '',
  ].join('\n');
}
