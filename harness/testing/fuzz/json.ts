import fc from 'fast-check';

/** One change of a JSON value: which of its places, and what becomes of it. */
export interface JsonMutation {
  readonly place: number;
  readonly to: 'value' | 'gone' | 'cut' | 'renamed';
  readonly value: unknown;
}

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    1e300,
    0.5,
    '__proto__',
    'constructor',
    '\u0000\u001b[31m\u202e',
    '<script>alert(1)</script>',
    'x'.repeat(5000),
    [],
    {},
  ),
);

/** One to four changes. */
export const mutationsOfJson: fc.Arbitrary<readonly JsonMutation[]> = fc.array(
  fc.record({ place: fc.nat(), to: fc.constantFrom('value', 'gone', 'cut', 'renamed'), value: values }),
  { minLength: 1, maxLength: 4 },
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** A copy with these changes. */
export function mutated(value: unknown, mutations: readonly JsonMutation[]): unknown {
  const root = { value: structuredClone(value) };
  for (const mutation of mutations) {
    const places = placesIn(root);
    const place = places[mutation.place % places.length];
    if (place) change(place, mutation);
  }
  return root.value;
}

function change({ holder, key }: Place, { to, value }: JsonMutation): void {
  const old = holder[key];
  if (to === 'gone' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (to === 'gone') Reflect.deleteProperty(holder, key);
  else if (to === 'cut' && typeof old === 'string') holder[key] = old.slice(0, old.length / 2);
  else if (to === 'renamed' && typeof value === 'string' && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, key);
    Object.defineProperty(holder, value, { value: old, enumerable: true, configurable: true, writable: true });
  } else holder[key] = structuredClone(value);
}

function placesIn(holder: object): Place[] {
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => [
    { holder: holder as Record<string, unknown>, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);
}
