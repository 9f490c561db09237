import { describe, expect, test } from 'vitest';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import type { Answer, Session, Transport } from '../../wire/exchange/exchange.ts';
import { checks } from '../../../suites/index.ts';
import { goldenSession } from '../golden-session.ts';
import { referenceSession } from '../reference-run.ts';
import { withoutWording } from '../without-wording.ts';

/** What a transport says of a request that it cannot send. */
const unsent: Answer = { kind: 'broken', reason: 'unsupported', message: 'This transport cannot send it.' };
const unoffered: Answer = { kind: 'broken', reason: 'unoffered', message: 'This machine lacks it.' };
const unrecorded: Answer = { kind: 'broken', reason: 'unrecorded', message: 'The recording lacks it.' };

const golden = await goldenSession();
using dossier = openDossier(golden);
const kindOf = dossier.evidence.map(({ kind }) => kind);
const kinds = [...new Set(kindOf)];
const clean = judged(golden);

function judged(session: Session): ReadonlyMap<string, Judgement> {
  using open = openDossier(session);
  return new Map(checks.map((check) => [check.id, judge(check, open, withoutWording)]));
}

/** The checks that say of the reference server what is not so, each with the reason. */
function untrue(session: Session): readonly string[] {
  return [...judged(session)]
    .filter(([id, { outcome }]) => {
      const isSaidOfServer = outcome === 'inapplicable' && clean.get(id)?.outcome !== 'inapplicable';
      return isSaidOfServer || outcome === 'failed' || outcome === 'errored';
    })
    .map(([id, { outcome, reason, findings }]) => `${id} ${outcome}: ${reason ?? findings[0]?.message ?? ''}`);
}

/** The suite cannot send, or the recording lacks, what the server would have answered: nothing of that is said of the server. */
describe('what keeps the suite from judging makes no check inapplicable, and none fails', () => {
  test.each<readonly [kind: string, way: string, answer: Answer]>([
    ...kinds.map((kind) => [kind, 'unsent', unsent] as const),
    ['discover', 'unrecorded', unrecorded],
    ['issue', 'unrecorded', unrecorded],
    ['host', 'unoffered', unoffered],
  ])('every request of kind %s is %s', (kind, _, answer) => {
    const exchanges = golden.exchanges.map((exchange, index) =>
      kindOf[index] === kind ? { ...exchange, answer } : exchange,
    );
    expect(untrue({ ...golden, exchanges })).toEqual([]);
  });

  test.each<readonly [what: string, marks: (body: string) => boolean]>([
    ['renewals', (body) => body.includes('#PKCS7')],
    ['requests for certificates', (body) => body.includes('RequestSecurityToken')],
    ['requests for policies', (body) => body.includes('GetPolicies')],
  ])('the transport of a run cannot send %s', async (_, marks) => {
    const between =
      (transport: Transport): Transport =>
      (request) =>
        marks(Buffer.from(request.body).toString('utf8')) ? Promise.resolve(unsent) : transport(request);
    expect(untrue(await referenceSession({ between }))).toEqual([]);
  });

  test('what --effects excludes is named, and not as if nothing had come', async () => {
    const session = await referenceSession({ effects: ['read'] });
    expect(untrue(session)).toEqual([]);
    expect(judged(session).get('envelope/timestamp')).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringMatching(
        /^the run lacks some of what its condition looks at \(kinds .*issue.*\), because --effects read excludes it$/,
      ) as string,
    });
  });
});
