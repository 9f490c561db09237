import type { CheckModule } from '../../own-checks/own-module.ts';

/** What a check of a module is about: for people, or as one JSON document. */
export function ownCheckText({ name, checks, noteOf }: CheckModule, id: string, json: boolean): string {
  const found = checks.find((check) => check.id === id);
  if (!found) return '';
  const { title, level, basis, requirements, since, impact, seen, remedy, applies, counterexamples } = found;
  const rows = requirements.map(noteOf);
  if (json) {
    const described = { id, title, level, basis, requirements, since, impact, seen, remedy, when: applies?.when };
    const check = { ...described, counterexamples: counterexamples.map((one) => one.name) };
    return `${JSON.stringify({ term: id, module: name, check, requirements: rows }, null, 2)}\n`;
  }
  return [
    `${id} (${level}, ${basis}, since ${since}), of the module ${name.name}`,
    `  ${title}.`,
    ...(applies === undefined ? [] : [`  Applies     when ${applies.when}`]),
    `  Otherwise   ${impact.says}${impact.hresult === undefined ? '' : ` (${impact.hresult})`}.`,
    `  Remedy      ${remedy}`,
    ...rows.map((row) => `  ${row.id.padEnd(11)} ${row.rule} (${row.source})`),
    '  Fails on a server with',
    ...counterexamples.map((one) => `    ${one.name}`),
    '',
  ].join('\n');
}
