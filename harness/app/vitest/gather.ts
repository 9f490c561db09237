import type { TestProject } from 'vitest/node';
import type { Waiver } from '../../engine/verdict/waiver.ts';
import { prepareDelivery } from '../cli/deliver.ts';
import { isOwnDefect, messageOf } from '../cli/failures.ts';
import { readWaiversFile } from '../cli/gate.ts';
import { readSessionFile } from '../cli/session-file.ts';
import { recordTarget } from '../cli/record-target.ts';
import { deliveryOptionsOf, inVariables, sourceOf, waiversFileOf } from './run-settings.ts';

/** The session that all suites judge. */
export interface Gathered {
  /** HAR text, redacted. */
  readonly har: string;
  readonly mode: 'live' | 'audit';
  /** The file of a stored session; empty for a live one. */
  readonly name: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    gathered: Gathered;
    /** Known failures. */
    waivers: readonly Waiver[];
  }
}

/** There is no session to judge. It has no stack, because the cause is not in our source; the message names it. */
class NothingGathered extends Error {
  override readonly name = 'NothingGathered';
  override readonly stack = '';
}

/** Gathers once, before any suite: from MDE_CAPTURE, live from MDE_TARGET, or from the embedded reference server. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const source = sourceOf(process.env);
    await prepareDelivery(deliveryOptionsOf(process.env));
    const file = waiversFileOf(process.env);
    project.provide('waivers', file === undefined ? [] : (await readWaiversFile(file)).waivers);
    if (source.mode === 'audit') {
      const { har } = (await readSessionFile(source.capture)).stored;
      project.provide('gathered', { har, mode: 'audit', name: source.capture });
    } else {
      const { har } = await recordTarget(source.target, source.options, process.env);
      project.provide('gathered', { har, mode: 'live', name: '' });
    }
  } catch (error) {
    throw new NothingGathered(inVariables(messageOf(error)), isOwnDefect(error) ? { cause: error } : {});
  }
}
