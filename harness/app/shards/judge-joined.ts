import type { Check } from '../../engine/rule/check.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { barrierTo } from '../../engine/verdict/reach.ts';
import type { Session, SessionMeta } from '../../wire/exchange/exchange.ts';
import { assess, type Occasion } from '../assess.ts';
import { occasionOf, storedSession, type StoredSession } from '../stored-session.ts';
import { joinShards, type NamedShard } from './join-shards.ts';

/** The session of a run that was driven in shards, and what it shows. */
export interface JudgedShards extends StoredSession {
  readonly results: Results;
}

/**
 * Joins shards and judges their run by checks. What several shards sent alike is judged once; where a check failed on it in one shard, and passes
 * in the joined session, the shards met different servers, and the run is incomplete. Throws `UnmatchedShards`.
 */
export function judgeJoined(
  shards: readonly NamedShard[],
  checks: readonly Check[],
  occasion: Partial<Occasion> = {},
): JudgedShards {
  const { session, repeated } = joinShards(shards);
  const { meta } = session;
  const whole = { ...occasionOf(session, 'live', ''), ...occasion };
  const judged = assess(session, checks, whole);
  const passed = new Set(judged.judgements.filter(({ outcome }) => outcome !== 'failed').map(({ check }) => check));
  const differences = shards.flatMap(({ name, session: shard }) => {
    const number = shard.meta?.shard?.number;
    const barrier = barrierOf(shard);
    if (barrier !== undefined) return [`shard ${number} says little: ${barrier}`];
    const left = repeated.get(name);
    if (!left || left.size === 0) return [];
    const { judgements } = assess(shard, checks, { ...occasionOf(shard, 'live', ''), ...occasion });
    return judgements
      .filter(({ check }) => passed.has(check))
      .filter(({ findings }) => findings.some(({ exchange }) => left.has(exchange)))
      .map(({ check }) => `${check} failed at the beginning of shard ${number}, and not in the joined session`);
  });
  if (differences.length === 0 || !meta?.shards) return { ...storedSession(session), results: judged };
  const noted: SessionMeta = {
    ...meta,
    shards: { ...meta.shards, differences: [...meta.shards.differences, ...differences] },
  };
  const different = { ...session, meta: noted };
  return { ...storedSession(different), results: assess(different, checks, whole) };
}

/** Why a shard did not reach its server, and left its scenarios out. */
function barrierOf(session: Session): string | undefined {
  using dossier = openDossier(session);
  return barrierTo(dossier)?.why;
}
