import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** A certificate says whose device it is; what a message says, anybody can say. */
export const sessionIdentity: Scenario = {
  id: 'session-identity',
  title:
    'The management server is asked without a certificate, and with one of a stranger, between two sessions of a device',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device('session-identity');
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    const enrolled = policy && (await device.issue(services, policy));
    const held = enrolled?.held();
    if (!enrolled || !held) return;
    const { document } = enrolled;
    const control = { control: true, held, sessionId: '1' };
    if ((await device.manage(document, { ...control, name: 'control-before' })) !== 'closed') return;
    const knock = { sessionId: '2', isKnock: true } as const;
    await device.manage(document, {
      ...knock,
      name: 'no-certificate',
      variant: 'no certificate',
      deviations: ['manage-no-certificate'],
    });
    await device.manage(document, {
      ...knock,
      name: 'stranger',
      variant: 'a certificate of another issuer with the same subject',
      deviations: ['manage-stranger'],
      held: await device.imitate(held, services.enrollmentUrl),
    });
    await device.manage(document, { ...control, sessionId: '3', name: 'control-after' });
  },
};
