import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** No host: the domain is reserved for that (RFC 2606). */
const callers: Readonly<Record<string, string>> = {
  https: 'https://receiver.invalid/token',
  http: 'http://receiver.invalid/token',
  javascript: 'javascript:void(0)',
};

/** Whether somebody who sends a link to the sign-in page gets the token of the user that follows it. Nothing opens these addresses. */
export const foreignCallers: Scenario = {
  id: 'foreign-callers',
  title: 'The sign-in page is opened for callers that are no application of Windows',
  effect: 'read',
  devices: 1,
  way: 'federated',

  async drive(context) {
    const device = context.device('foreign-callers');
    const services = await device.discover(context.discovery());
    if (!services) return;
    const before = await device.visitSignIn(services, { name: 'control-before', control: true, isFilled: true });
    if (before === 'nowhere') return;
    for (const [scheme, appru] of Object.entries(callers)) {
      await device.visitSignIn(services, {
        name: `${scheme}-appru`,
        variant: `an appru with the scheme ${scheme}`,
        deviations: ['foreign-appru'],
        appru,
        ...(before === 'token' ? { isFilled: true } : {}),
      });
    }
    await device.visitSignIn(services, { name: 'control-after', control: true });
  },
};
