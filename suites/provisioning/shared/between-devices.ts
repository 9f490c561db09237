import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** A value in the document of one device that an earlier document gave to another device. */
export interface SharedValue {
  readonly value: string;
  readonly node: XmlNode;
  readonly issue: Evidence;
  /** The answer that had it first. */
  readonly first: Evidence;
}

/**
 * The values that documents of different devices share, one for each device after the first. Two devices are different where neither
 * DeviceID nor HWDevID is the same, because a server may know a device by either.
 */
export function sharedBetweenDevices(
  issues: readonly Evidence[],
  valuesIn: (issue: Evidence) => readonly { readonly value: string; readonly node: XmlNode }[],
): readonly SharedValue[] {
  const firsts = new Map<string, Evidence>();
  const told = new Set<string>();
  return issues.filter(namesDevice).flatMap((issue) =>
    valuesIn(issue).flatMap(({ value, node }): SharedValue[] => {
      const first = firsts.get(value) ?? issue;
      firsts.set(value, first);
      const device = item(issue, 'DeviceID');
      if (!areDifferent(first, issue) || told.has(device)) return [];
      told.add(device);
      return [{ value, node, issue, first }];
    }),
  );
}

/** Whether at least two different devices enrolled. */
export function areSeveralDevices(issues: readonly Evidence[]): boolean {
  const [first, ...others] = issues.filter(namesDevice);
  return first !== undefined && others.some((other) => areDifferent(first, other));
}

function areDifferent(one: Evidence, other: Evidence): boolean {
  return ['DeviceID', 'HWDevID'].every((name) => item(one, name) !== item(other, name));
}

function namesDevice(issue: Evidence): boolean {
  return item(issue, 'DeviceID') !== '';
}

/** Spelling aside: letter case, dashes and blanks. */
function item({ request }: Evidence, name: string): string {
  const text = request.text(`//ac:AdditionalContext/ac:ContextItem[@Name="${name}"]/ac:Value`) ?? '';
  return text.toLowerCase().replaceAll(/[\s{}-]/g, '');
}
