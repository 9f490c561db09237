// A vendor's own test, without sockets: the handler of the server is the transport. Run it with `node --test`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess, bearingOf, checks, explain, fetchTransport, occasionOf, recordSession } from 'mde-conformance';
import { app, user } from './app.mjs';

const target = { url: 'https://mdm.example/EnrollmentServer/Discovery.svc', ...user };
// Renewals come over TLS with a client certificate; here the handler finds it in a field, as behind a proxy. The keys are the
// published test keys, which save the time of making sixty: the suite refuses them beyond loopback and `.example`.
const { session } = await recordSession({
  target,
  transport: fetchTransport(app.fetch, { certificateHeader: 'x-client-cert' }),
  keys: 'pool',
});
const { judgements, verdict } = assess(session, checks, occasionOf(session, 'live', 'my server'));

for (const judgement of judgements) {
  test(`${judgement.level} ${judgement.title} [${judgement.check}]`, (t) => {
    const bearing = bearingOf(judgement);
    // What cannot be judged or is no MUST is shown as skipped, with the reason; the last test fails where that leaves the verdict open.
    if (bearing === 'skipped' || bearing === 'warning') t.skip(explain(judgement));
    else assert.equal(bearing, 'passed', explain(judgement));
  });
}

test('the server conforms', () => assert.equal(verdict, 'conformant'));
