import type { HeldCertificate } from '../../../harness/device/client/held-certificate.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollAnew, enrollForSessions, isHeld } from './shared/managed-device.ts';
import { leaving } from './shared/leaving.ts';

/** The device ends the session at the command, and tells in another one that it left (Learn, Disconnecting from the management server). */
export const serverUnenrollment: Scenario = {
  id: 'state-unenroll',
  title: 'The operator takes a device out of management, and the device holds its next sessions',
  effect: 'unenroll',
  devices: 1,
  alone: true,
  state: 'unenroll',

  async drive(context) {
    const managed = await enrollForSessions(context, 'state-unenroll');
    const control = await managed?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!managed || !isHeld(control)) return;
    const { device, services } = managed;
    const deviations = ['state-unenroll'];
    const during = async (document: Uint8Array, held: HeldCertificate): Promise<void> => {
      const session = await device.manage(document, { name: 'in-state', held, sessionId: 'U1', deviations });
      if (session?.end !== 'unenrolled') return;
      await device.manage(document, { name: 'left', held, sessionId: 'U2', deviations, alerts: [leaving] });
      await device.manage(document, {
        name: 'afterwards',
        held,
        sessionId: 'U3',
        variant: 'the certificate of a device that its operator took out',
        deviations: ['manage-unenrolled'],
      });
    };
    await context.inState(
      'unenroll',
      async (user) => {
        if (!user) {
          await during(managed.document, managed.held);
          return;
        }
        const credential = await device.credentialFor(services, user);
        const policy = await device.getPolicies(services, { name: 'policies-in-state' });
        if (!credential || !policy) return;
        const issued = await device.issue(services, policy, { name: 'issue-in-state', credential, deviations });
        const held = issued?.held();
        if (issued && held) await during(issued.document, held);
      },
      { deviceId: device.identity.deviceId, name: device.identity.name },
    );
    const again = await enrollAnew(managed, 'again');
    await again?.session({ name: 'control-after', control: true, sessionId: '1' });
  },
};
