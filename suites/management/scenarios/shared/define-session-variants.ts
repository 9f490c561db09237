import type { ManageStep } from '../../../../harness/device/client/steps.ts';
import type { Scenario } from '../../../../harness/device/run/scenario.ts';
import { betweenSessions, enrollForSessions } from './managed-device.ts';

/** One session of a family; it gets an id and a name by its place, unless it has its own. */
export type SessionVariant = Partial<ManageStep> & Required<Pick<ManageStep, 'family' | 'variant'>>;

/** The sessions of one family, by what is particular to each. */
export const ofFamily = (
  family: string,
  variants: Readonly<Record<string, Partial<ManageStep>>>,
): readonly SessionVariant[] => Object.entries(variants).map(([variant, step]) => ({ ...step, family, variant }));

/** Defines a scenario: one device holds sessions that a server has to hold like any other, between two usual ones. */
export function defineSessionVariants({
  variants,
  ...scenario
}: Pick<Scenario, 'id' | 'title'> & { readonly variants: readonly SessionVariant[] }): Scenario {
  return {
    ...scenario,
    effect: 'enroll',
    devices: 1,

    async drive(context) {
      const managed = await enrollForSessions(context, scenario.id);
      if (!managed) return;
      await betweenSessions(managed, async () => {
        for (const [index, variant] of variants.entries()) {
          await managed.session({ sessionId: `V${index}`, name: `variant-${index + 1}`, ...variant });
        }
      });
    },
  };
}
