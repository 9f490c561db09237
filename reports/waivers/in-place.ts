import type { Results } from '../../harness/engine/verdict/results.ts';

/** The same results with the members that are laid over them in one order, so that whoever lays them again writes the same bytes. */
export function inPlace({ failOn, waivers, baseline, trend, ...results }: Results): Results {
  return {
    ...results,
    ...(failOn === undefined ? {} : { failOn }),
    ...(waivers === undefined ? {} : { waivers }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(trend === undefined ? {} : { trend }),
  };
}
