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
    const device = context.device(state);
    const services = await device.discover(context.discovery());
    // Where not even the usual user can authenticate, the prepared one is not to blame.
    if (!services || !(await device.credentialFor(services))) return;
    await context.inState(state, async (user) => {
      const managed = user && (await enrollAs(user, { device, services }));
      if (!managed) return;
      if (!managed.isSigned) {
        user.onProblem('the document of its user does not say RequireMessageSigning');
        return;
      }
      await betweenSessions(managed, async () => {
        await signWrongly(managed, await device.imitate(managed.held, services.enrollmentUrl));
      });
    });
  },
};
