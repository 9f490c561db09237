import { expect, test } from 'vitest';
import { noteOf } from '../../harness/app/assess.ts';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import { referenceSessionOverTls } from '../../harness/testing/reference-run.ts';
import type { Transport } from '../../harness/wire/exchange/exchange.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keptConnection } from './kept-connection.ts';
import { keptConnection as keptConnectionScenario } from './scenarios/kept-connection.ts';

testCheck(keptConnection, {
  scenarios: [keptConnectionScenario],
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [
    /^The answer is that of exchange \d+, which came over the same connection$/,
    /^The server answered with HTTP 400/,
    /^The server answered with no complete answer \(127\.0\.0\.1:\d+ closed the connection before its answer was complete\)/,
  ],
});

test('says nothing of a server that closes each connection', async () => {
  const between = (transport: Transport): Transport => {
    return ({ headers, ...request }) =>
      transport({ ...request, headers: headers.filter(([name]) => name !== 'Connection') });
  };
  using dossier = openDossier(await referenceSessionOverTls({ scenarios: [keptConnectionScenario], between }));
  expect(judge(keptConnection, dossier, noteOf)).toMatchObject({
    outcome: 'inapplicable',
    reason: 'applies when the server kept a connection for several requests',
  });
});
