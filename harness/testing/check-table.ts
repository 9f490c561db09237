import type { Check } from '../engine/rule/check.ts';
import { testCheck } from './check-tester.ts';
import type { CheckCases } from './check-tester.ts';

/** Proves checks that differ in little: a row for each, by its id. Throws where a row names none of `checks`. */
export function testCheckTable(checks: readonly Check[], rows: Readonly<Record<string, CheckCases>>): void {
  for (const [id, cases] of Object.entries(rows)) {
    const check = checks.find((one) => one.id === id);
    if (!check) throw new TypeError(`the table has a row for "${id}", which is none of its checks`);
    testCheck(check, cases);
  }
}
