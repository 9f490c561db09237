import type { Har, HarEntry } from '../../wire/har/har-format.ts';
import { digest } from './digest.ts';

/** What tells two sessions apart: a line for the session itself, then one for each exchange with the digests of both halves. */
export function sessionDigests({ log: { entries, ...session } }: Har): readonly string[] {
  return [`session ${short(session)}`, ...entries.map(lineOf)];
}

/** In which parts two lists of digests differ, as people say it; empty where they are equal. */
export function differentParts(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, young] = [byPart(before), byPart(after)];
  const changed = [...young].flatMap(([part, value]) => {
    const known = old.get(part);
    if (known === undefined) return [`${part} is new`];
    return known === value ? [] : [`${part} differs`];
  });
  const gone = [...old.keys()].filter((part) => !young.has(part)).map((part) => `${part} is gone`);
  return [...changed, ...gone];
}

function lineOf({ request, response, _mde: knowledge, ...others }: HarEntry): string {
  const { scenario, flow, step, name, wire, ...asked } = knowledge ?? { facts: { secrets: [] }, wire: {} };
  const label = `${scenario ?? ''}/${flow ?? ''}/${step ?? ''}-${name ?? ''}`;
  return `${label} request ${short([request, asked])} answer ${short([response, wire, others])}`;
}

/** `the answer of renewal/renewal/5-renew` and the digest of it. */
function byPart(lines: readonly string[]): ReadonlyMap<string, string> {
  const parts = lines.flatMap((line): (readonly [string, string])[] => {
    const [label = '', ...words] = line.split(' ');
    if (words.length === 1) return [[`the ${label}`, words[0] ?? '']];
    const [, request = '', , answer = ''] = words;
    return [
      [`the request of ${label}`, request],
      [`the answer of ${label}`, answer],
    ];
  });
  return new Map(parts);
}

function short(content: unknown): string {
  return digest(content).slice(0, 12);
}
