import type { Session } from '../../wire/exchange/exchange.ts';

/** The scenarios of modules in the plan of a session. A name without the prefix of its module is none: it would take one of ours out of the judgement. */
export function ownScenariosIn({ meta }: Session): ReadonlySet<string> {
  return new Set(
    (meta?.modules ?? []).flatMap(({ prefix, scenarios }) => scenarios.filter((id) => id.startsWith(`${prefix}/`))),
  );
}

/**
 * The part of a session that our checks judge: all before the first exchange of a module, and a plan without its scenarios. So a module changes
 * no judgement, no coverage and no verdict of ours. The same session, if it has nothing of a module.
 */
export function oursIn(session: Session): Session {
  const { meta, exchanges } = session;
  const own = ownScenariosIn(session);
  if (meta === undefined || own.size === 0) return session;
  const first = exchanges.findIndex(({ label }) => label !== undefined && own.has(label.scenario));
  return {
    meta: { ...meta, scenarios: meta.scenarios.filter((id) => !own.has(id)) },
    exchanges: first === -1 ? exchanges : exchanges.slice(0, first),
  };
}
