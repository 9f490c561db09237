import type { Scenario } from '../../../harness/device/run/scenario.ts';

const byUser = 'com.microsoft:mdm.unenrollment.userrequest';

/** The device tells its server once, and does not try again (Learn, Disconnecting from the management server). */
export const userUnenrollment: Scenario = {
  id: 'user-unenrollment',
  title: 'A user lets a device leave, and its certificate is shown to the management server once more',
  effect: 'unenroll',
  devices: 1,

  async drive(context) {
    const device = context.device('user-unenrollment');
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    const enrolled = policy && (await device.issue(services, policy));
    const held = enrolled?.held();
    if (!enrolled || !held) return;
    const { document } = enrolled;
    if ((await device.manage(document, { name: 'before', held, sessionId: '1' })) !== 'closed') return;
    await device.manage(document, {
      name: 'leaving',
      held,
      sessionId: '2',
      variant: 'a user who leaves',
      family: 'user-unenrollment',
      // Windows 11 26200 writes the children of Meta in this order (go-microsoft-dm, captures).
      alerts: [{ name: 'Alert', code: '1226', items: [{ meta: { Type: byUser, Format: 'int', Mark: 'critical' }, data: '1' }] }],
    });
    await device.manage(document, {
      name: 'afterwards',
      held,
      sessionId: '3',
      isKnock: true,
      variant: 'the certificate of a device that left',
      deviations: ['manage-unenrolled'],
    });
  },
};
