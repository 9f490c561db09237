import { expect, test } from 'vitest';
import { assess } from '../../../harness/app/assess.ts';
import { occasionOf } from '../../../harness/app/stored-session.ts';
import { set } from '../../../harness/engine/rule/departures.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { windowsEnrollment } from '../../enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../index.ts';
import { discoverPolicies } from './discover-policies.ts';

test.for(['Password', 'onpremise', 'OnPremise,Federated'])(
  'a policy that no device knows is not offered back, and the fault stays that of the server: %s',
  async (chosen) => {
    const session = await referenceSession({
      departures: [set('discover', '//d:AuthPolicy', chosen)],
      scenarios: [windowsEnrollment, discoverPolicies],
    });
    const { verdict, judgements } = assess(session, checks, occasionOf(session, 'live', ''));
    expect(verdict).toBe('nonconformant');
    expect(judgements.find(({ check }) => check === 'discovery/auth-policy')?.outcome).toBe('failed');
    expect(session.exchanges.map(({ label }) => label?.family)).not.toContain('offered-policies');
  },
);
