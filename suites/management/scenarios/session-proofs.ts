import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollForSessions, isHeld } from './shared/managed-device.ts';

/** Sends nothing wrong where the server asks for no proof: it then knows devices by their certificates alone. */
export const sessionProofs: Scenario = {
  id: 'session-proofs',
  title: 'A device proves itself by a wrong secret, and by a proof that it has used before',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const managed = await enrollForSessions(context, 'session-proofs');
    const control = await managed?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!managed || !isHeld(control) || !control.proof) return;
    await managed.session({
      name: 'wrong-proof',
      sessionId: '3',
      isWrongProof: true,
      variant: 'a wrong secret',
      deviations: ['manage-wrong-proof'],
    });
    await managed.session({
      name: 'used-proof',
      sessionId: '4',
      isKnock: true,
      firstProof: control.proof,
      variant: 'a proof of an earlier session',
      deviations: ['manage-used-proof'],
    });
    await managed.session({ name: 'control-after', control: true, sessionId: '2' });
  },
};
