import { generatedPaths } from './generated-paths.ts';
import { readKillRows } from './kill-row.ts';
import type { KillRow } from './kill-row.ts';
import { readPassRows } from './pass-row.ts';
import type { PassRow } from './pass-row.ts';
import { differentParts } from './session-digests.ts';

/** In what a generated file differs from what it has to be, one sentence for each part; empty where it does not. */
export function differencesIn(file: string, committed: string | undefined, made: string): readonly string[] {
  if (committed === made) return [];
  if (committed === undefined) return ['it does not exist'];
  const parts = partsOf(file, committed, made);
  return parts.length > 0 ? parts : ['it is written otherwise'];
}

function partsOf(file: string, committed: string, made: string): readonly string[] {
  switch (file) {
    case generatedPaths.killMatrix:
      return differentRows(readKillRows(committed), readKillRows(made));
    case generatedPaths.passMatrix:
      return differentServers(readPassRows(committed), readPassRows(made));
    case generatedPaths.digests:
      return differentParts(committed.split('\n'), made.split('\n'));
    default:
      return firstDifference(committed.split('\n'), made.split('\n'));
  }
}

function differentRows(committed: readonly KillRow[], made: readonly KillRow[]): readonly string[] {
  const before = new Map(committed.map((row) => [row.counterexample, row]));
  const after = new Set(made.map(({ counterexample }) => counterexample));
  const gone = committed.filter(({ counterexample }) => !after.has(counterexample));
  return [
    ...made.flatMap((row) => differentRow(before.get(row.counterexample), row)),
    ...gone.map(({ counterexample, name }) => `${counterexample} (${name}) is gone`),
  ];
}

function differentRow(before: KillRow | undefined, { counterexample, name, fails }: KillRow): readonly string[] {
  if (!before) return [`${counterexample} (${name}) is new`];
  const more = fails.filter((id) => !before.fails.includes(id));
  const less = before.fails.filter((id) => !fails.includes(id));
  const changes = [
    ...(before.name === name ? [] : [`is called "${name}"`]),
    ...(more.length > 0 ? [`now fails ${more.join(', ')}`] : []),
    ...(less.length > 0 ? [`no longer fails ${less.join(', ')}`] : []),
  ];
  return changes.length === 0 ? [] : [`${counterexample} (${before.name}) ${changes.join(', ')}`];
}

function differentServers(committed: readonly PassRow[], made: readonly PassRow[]): readonly string[] {
  const before = new Map(committed.map((row) => [row.server, row]));
  const after = new Set(made.map(({ server }) => server));
  return [
    ...made.flatMap((row) => differentServer(before.get(row.server), row)),
    ...committed.flatMap(({ server }) => (after.has(server) ? [] : [`${server} is gone`])),
  ];
}

function differentServer(before: PassRow | undefined, row: PassRow): readonly string[] {
  if (!before) return [`${row.server} is new`];
  const members = ['because', 'passed', 'inapplicable', 'undriven', 'advice', 'unjudged', 'lacks'] as const;
  const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  const changes = members.flatMap((member) => {
    const [was, is] = [text(before[member]), text(row[member])];
    return was === is ? [] : [`${member} is ${is} and was ${was}`];
  });
  return changes.length === 0 ? [] : [`${row.server}: ${changes.join(', ')}`];
}

function firstDifference(committed: readonly string[], made: readonly string[]): readonly string[] {
  const line = made.findIndex((text, index) => text !== committed[index]);
  const number = line < 0 ? made.length + 1 : line + 1;
  return [`line ${number} is "${committed[number - 1] ?? ''}" and has to be "${made[number - 1] ?? ''}"`];
}
