import type { Check } from '../../engine/rule/check.ts';
import type { RequirementNote } from '../../engine/verdict/results.ts';
import type { OwnScenario } from '../../device/run/define-scenario.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import type { ModuleName } from '../../wire/exchange/module-note.ts';

/** A rule of a vendor, which its checks name. */
export interface OwnRequirement {
  /** Capital letters or digits, a hyphen and a number, as `ACME-01`; what stands before the hyphen is none of ours, such as `DISC`. */
  readonly id: string;
  /** The rule in one sentence, no full stop. */
  readonly rule: string;
  /** The document and the section. */
  readonly source: string;
}

/** What a module of checks exports, as its default or by these names. */
export interface OwnModule {
  /** What all its ids begin with, before the slash: small letters, digits and hyphens. Default: what the ids show. */
  readonly prefix?: string;
  /** What `defineCheck`, `defineRefusal` and `defineTolerance` give. */
  readonly checks: readonly Check[];
  /** What `defineScenario` gives. They are driven when all of ours have ended. Default: none. */
  readonly scenarios?: readonly OwnScenario[];
  /** The rules that `checks` name besides ours. Default: none. */
  readonly requirements?: readonly OwnRequirement[];
}

/** A module that can be used. */
export interface CheckModule {
  readonly name: ModuleName;
  readonly checks: readonly Check[];
  readonly scenarios: readonly Scenario[];
  /** Its own rows. */
  readonly requirements: readonly OwnRequirement[];
  /** A row of the module or of ours as a report shows it. */
  readonly noteOf: (id: string) => RequirementNote;
}

/** A module of checks cannot be used; the message names it, what is wrong in it, and what is allowed. */
export class UnusableModule extends Error {
  override readonly name = 'UnusableModule';
}
