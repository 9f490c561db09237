import type { IssueStep } from '../../../../harness/device/client/steps.ts';

/** How a request tells other things about the device, or the same in other words. */
export type OtherContext = NonNullable<IssueStep['contextItems']>;

/** Leaves out every item of these names. */
export function without(...names: readonly string[]): OtherContext {
  return (own) => own.filter(([name]) => !names.includes(name));
}

/** Writes the value of each item of these names in another way. */
export function written(names: readonly string[], write: (value: string) => string): OtherContext {
  return (own) => own.map(([name, value]) => [name, names.includes(name) ? write(value) : value]);
}

/** Adds items behind the device's own. */
export function beside(...others: ReturnType<OtherContext>): OtherContext {
  return (own) => [...own, ...others];
}
