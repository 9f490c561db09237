import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** What every device does as soon as it is enrolled, and then again and again. */
export const firstSession: Scenario = {
  id: 'first-session',
  title: 'A device enrolls, holds its first management session, and another one',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device('first-session');
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    const enrolled = policy && (await device.issue(services, policy));
    const held = enrolled?.held();
    if (!enrolled || !held) return;
    await device.manage(enrolled.document, { name: 'first', held, sessionId: '1' });
    await device.manage(enrolled.document, { name: 'second', held, sessionId: 'A3' });
  },
};
