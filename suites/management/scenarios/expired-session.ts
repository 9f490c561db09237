import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollAnew, enrollForSessions, isHeld } from './shared/managed-device.ts';

/** A certificate that nobody renewed in time. */
export const expiredSession: Scenario = {
  id: 'expired-session',
  title: 'A device shows the management server a certificate that has expired',
  effect: 'enroll',
  devices: 1,
  alone: true,
  state: 'expired-certificate',

  async drive(context) {
    const managed = await enrollForSessions(context, 'expired-session');
    const control = await managed?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!managed || !isHeld(control)) return;
    const { device, services } = managed;
    const deviations = ['state-expired-certificate'];
    const enrollment = { isReplaced: false };
    await context.inState('expired-certificate', async (user) => {
      const credential = user && (await device.credentialFor(services, user));
      const policy = await device.getPolicies(services, { name: 'policies-in-state' });
      if (!policy || (user && !credential)) return;
      const concerned =
        credential && (await device.issue(services, policy, { name: 'issue-in-state', credential, deviations }));
      enrollment.isReplaced = concerned !== undefined;
      const held = concerned ? concerned.held() : managed.held;
      if (!held) return;
      const document = concerned?.document ?? managed.document;
      await device.manage(document, {
        name: 'expired',
        held,
        sessionId: 'E1',
        variant: 'an expired certificate',
        deviations,
      });
      // Where the secret opens a session without any certificate, the expired one has not opened it.
      await device.manage(document, {
        name: 'secret-alone',
        sessionId: 'E2',
        variant: 'no certificate, and the secret of its account',
        deviations: [...deviations, 'manage-secret-alone'],
      });
    });
    // A server may keep the last enrollment of a device alone.
    const last = enrollment.isReplaced ? await enrollAnew(managed, 'again') : managed;
    await last?.session({ name: 'control-after', control: true, sessionId: '2' });
  },
};
