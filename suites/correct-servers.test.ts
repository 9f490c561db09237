import { describe, expect, test } from 'vitest';
import { openDossier } from '../harness/engine/dossier.ts';
import { judge } from '../harness/engine/judge.ts';
import { ownDefects } from '../harness/engine/own-defects.ts';
import { referenceSession } from '../harness/testing/reference-run.ts';
import { varying } from '../harness/testing/varied-run.ts';
import type { CorrectServer } from '../harness/testing/correct-servers/correct-server.ts';
import { correctServers } from '../harness/testing/correct-servers/index.ts';
import { noteOf } from './assess.ts';
import { checks } from './index.ts';

describe.for(Object.entries(correctServers))('%s', ([, servers]) => {
  test.for(servers)('a server that $name', async (server) => {
    expect(await verdictOn(server)).toEqual({ failed: Object.keys(server.advice ?? {}), unjudged: Object.keys(server.unjudged ?? {}), own: [] });
  });
});

async function verdictOn({ departures = [], vary = (response) => response, deviceTrust = [] }: CorrectServer) {
  const session = await referenceSession({ departures, between: varying(vary), deviceTrust });
  using dossier = openDossier(session);
  const judgements = checks.map((check) => judge(check, dossier, noteOf));
  return {
    failed: judgements.filter(({ outcome }) => outcome === 'failed').map(({ check, findings, level }) => `${level} ${check}: ${findings[0]?.message ?? ''}`),
    unjudged: judgements.filter(({ outcome }) => ['inconclusive', 'errored'].includes(outcome)).map(({ check, reason }) => `${check}: ${reason ?? ''}`),
    own: ownDefects(dossier),
  };
}
