import { sideBySide } from '../../../harness/device/run/side-by-side.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { leaving } from './shared/leaving.ts';

const atOnce = 4;

/** What a user does who disconnects his device. Devices that have left before, and certificates that were replaced, are refused. */
export const cleanup: Scenario = {
  id: 'cleanup',
  title: 'The devices of the run leave the server',
  effect: 'unenroll',
  devices: 0,
  alone: true,
  given: 'cleanup',

  async drive(context) {
    await sideBySide(context.enrolled(), atOnce, async ({ device, document, held }) => {
      await device.manage(document, {
        name: 'leave',
        held,
        sessionId: 'C1',
        family: 'cleanup',
        variant: 'a device of the run that leaves',
        alerts: [leaving],
      });
    });
  },
};
