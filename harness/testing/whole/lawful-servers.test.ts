import { describe, test } from 'vitest';
import { expectLawful } from '../lawful-servers/expect-lawful.ts';
import { lawfulServers } from '../lawful-servers/index.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { renewalRefusals } from '../../../suites/renewal/scenarios/renewal-refusals.ts';
import { renewalVariants } from '../../../suites/renewal/scenarios/renewal-variants.ts';

/** What shows how a server renews, where that is what is different about it. */
const renewals = [renewal, renewalVariants, renewalRefusals];

describe.each(Object.entries(lawfulServers))('%s', (group, servers) => {
  test.each(servers)('no check fails on a server that $name', async (server) => {
    await expectLawful(server, group === 'renewal' ? renewals : []);
  });
});
