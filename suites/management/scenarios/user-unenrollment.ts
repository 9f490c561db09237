import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { leaving } from './shared/leaving.ts';
import { enrollAnew, enrollForSessions, isHeld } from './shared/managed-device.ts';
import type { ManagedDevice } from './shared/managed-device.ts';

/** The device tells its server once, and does not try again (Learn, Disconnecting from the management server). */
export const userUnenrollment: Scenario = {
  id: 'user-unenrollment',
  title:
    'A device leaves in the name of another one, then for itself, shows its certificate once more, and enrolls anew',
  effect: 'unenroll',
  devices: 2,

  async drive(context) {
    const managed = await enrollForSessions(context, 'user-unenrollment');
    const other = managed && (await enrollForSessions(context, 'user-unenrollment-other'));
    const control = await managed?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!managed || !isHeld(control)) return;
    const mine = other && !(await isStillHere(managed, other)) ? await enrollAnew(managed, 'in-between') : managed;
    await mine?.session({
      name: 'leaving',
      sessionId: '3',
      variant: 'a user who leaves',
      family: 'unenrollment',
      alerts: [leaving],
    });
    await mine?.session({
      name: 'afterwards',
      sessionId: '4',
      variant: 'the certificate of a device that left',
      deviations: ['manage-unenrolled'],
    });
    const again = await enrollAnew(managed, 'again');
    await again?.session({ name: 'control-after', control: true, sessionId: '1' });
  },
};

/** If the server believes the message, the first device is out; if it goes by the certificate, the other one is. */
async function isStillHere(managed: ManagedDevice, other: ManagedDevice): Promise<boolean> {
  await other.session({
    name: 'in-name',
    sessionId: '1',
    as: managed.device.identity.deviceId,
    variant: 'the wish of another device to leave',
    deviations: ['manage-in-name'],
    alerts: [leaving],
  });
  const session = await managed.session({
    name: 'still-here',
    sessionId: '2',
    variant: 'a device in whose name another one wanted to leave',
    family: 'unenrollment-of-another',
  });
  return isHeld(session);
}
