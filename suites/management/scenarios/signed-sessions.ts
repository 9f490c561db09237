import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { betweenSessions, enrollAs } from './shared/managed-device.ts';
import { signWrongly } from './shared/signatures.ts';

const state = 'message-signing';

/** The document of the user asks for signatures; where that of every user does, `session-identity` has the same messages. */
export const signedSessions: Scenario = {
  id: 'state-message-signing',
  title: 'A device that has to sign its messages sends some without a signature, and with a wrong one',
  effect: 'enroll',
  devices: 1,
  state,

  async drive(context) {
    await context.inState(state, async (user) => {
      const managed = user && (await enrollAs(context, state, user));
      if (!managed) return;
      if (!managed.isSigned) {
        user.onProblem('the document of its user does not say RequireMessageSigning');
        return;
      }
      await betweenSessions(managed, async () => {
        await signWrongly(managed, await managed.device.imitate(managed.held, managed.services.enrollmentUrl));
      });
    });
  },
};
