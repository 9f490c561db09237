import type { Evidence } from './evidence.ts';
import type { Kind } from './kind.ts';
import { isOddRequest } from './odd-request.ts';
import { isPrepared } from './declared-state.ts';

/** The exchanges of one device, with its last success of each kind. */
export interface Flow {
  readonly name: string;
  /** The last success of each kind. */
  readonly steps: ReadonlyMap<Kind, Evidence>;
  /** Every exchange of the flow, whatever its answer was. */
  readonly members: readonly Evidence[];
  /** Kinds without a step, because the recording does not show which of these candidates belongs to the device. */
  readonly ambiguous?: ReadonlyMap<Kind, readonly Evidence[]>;
}

/** The last success of each kind, of requests that a device sends, without answers that the target was told to give. */
export function lastSuccesses(members: readonly Evidence[]): Map<Kind, Evidence> {
  return new Map(
    members
      .filter((item) => item.state === 'success' && !isPrepared(item) && !isOddRequest(item))
      .map((item) => [item.kind, item]),
  );
}
