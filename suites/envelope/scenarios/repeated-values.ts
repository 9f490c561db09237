import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { written } from '../../enrollment/scenarios/shared/context-items.ts';
import { chosenValues } from '../shared/chosen-values.ts';

const id = 'repeated-values';
const { email, user, deviceName, hardwareId } = chosenValues;
const item = (name: 'DeviceName' | 'HWDevID', value: string) => written([name], () => value);

/** Whoever enrolls chooses these texts. The user is unknown, so no account counts a failure. */
export const repeatedValues: Scenario = {
  id,
  title: 'A device sends markup as its e-mail address, its user name, its DeviceName and its HWDevID',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device(id);
    const discovery = context.discovery();
    const services = await device.discover(discovery);
    const policy = services && (await device.getPolicies(services));
    if (!policy) return;
    const control = await device.issue(services, policy, { name: 'control-before', control: true });
    if (!control) return;
    await device.discover(discovery, {
      name: 'discover-email',
      variant: 'markup as EmailAddress',
      family: id,
      email: (own) => own.replace(/^[^@]*/, () => email.value),
    });
    const right = device.passwordFor(services.authPolicy);
    if (right) {
      await device.getPolicies(services, {
        name: 'get-policies-user',
        variant: 'markup as user name',
        family: id,
        deviations: ['markup-user'],
        credential: { ...right, username: right.username.replace(/^[^@]*/, () => user.value) },
      });
    }
    for (const { name, value } of [deviceName, hardwareId]) {
      const contextItems = item(name, value);
      await device.issue(services, policy, {
        name: `issue-${name}`,
        variant: `markup as ${name}`,
        family: id,
        contextItems,
      });
    }
    await device.issue(services, policy, { name: 'control-after', control: true });
  },
};
