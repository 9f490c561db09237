import { Secret } from './secret.ts';

/** Every secret that hangs on a value, however deep in objects and lists, in the order of their fields. */
export function secretsIn(value: unknown): readonly Secret[] {
  const seen = new Set<object>();
  const visit = (part: unknown): readonly Secret[] => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return [];
    seen.add(part);
    return part instanceof Secret ? [part] : Object.values(part).flatMap(visit);
  };
  return visit(value);
}
