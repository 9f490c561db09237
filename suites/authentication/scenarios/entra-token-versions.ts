import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** The later scenarios use the version that the server takes: version 2, if it takes both. */
export const entraTokenVersions: Scenario = {
  id: 'entra-token-versions',
  title: 'Policies are asked for with Microsoft Entra tokens of version 1 and of version 2',
  effect: 'read',
  devices: 1,
  way: 'entra',
  alone: true,
  async drive(context) {
    const device = context.device('entra-token-versions');
    const services = await device.discover(context.discovery());
    if (!services || !device.entra) return;
    for (const version of [1, 2] as const) {
      const policy = await device.getPolicies(services, {
        name: `get-policies-version-${version}`,
        variant: `a token of version ${version}`,
        family: `entra-token-version-${version}`,
        credential: await device.entra.credential({ version }),
      });
      if (policy && services.policyUrl !== undefined) device.entra.usesVersion(version);
    }
  },
};
