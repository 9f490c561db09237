/**
 * The package's entry for people who test their own server from their own tests. Like the command line it stands above all
 * layers. Record a session, live or from a handler in the same process, or read one; then judge it:
 *
 * ```js
 * const { session } = await recordSession({ target, transport: fetchTransport(app.fetch) });
 * const { verdict, judgements } = assess(session, checks, occasionOf(session, 'live', 'my server'));
 * ```
 */

// Record: simulated devices enroll through a transport.
export { recordSession } from '../suites/record-session.ts';
export type { RecordingOptions, TargetDescription } from '../suites/record-session.ts';
export { scenarios } from '../suites/scenarios.ts';
export type { Effect, Scenario } from './device/scenario.ts';
export type { ScenarioProgress } from './device/gather.ts';
export { resolveTarget } from './device/target.ts';
export type { Target, TargetOptions } from './device/target.ts';
export type { ServerStates, StateName, StateWay } from './device/server-state.ts';
export { createLiveTransport } from './session/live-transport.ts';
export type { LiveTransportOptions } from './session/live-transport.ts';
export { fetchTransport } from './session/fetch-transport.ts';
export type { FetchTransportOptions, RequestHandler } from './session/fetch-transport.ts';

// Sessions: HAR 1.2, redacted.
export { readHar, serialiseHar, UnreadableSession, writeHar } from './session/har.ts';
export type { Har, Recording } from './session/har.ts';
export { occasionOf, readStoredSession } from '../suites/stored-session.ts';
export type { StoredSession } from '../suites/stored-session.ts';
export type {
  Answer,
  Exchange,
  Header,
  HttpRequest,
  HttpResponse,
  Session,
  SessionMeta,
  Transport,
} from './session/exchange.ts';

// Judge: the whole session at once, or one check on an opened dossier.
export { checks } from '../suites/index.ts';
export { assess, noteOf, resultsOf } from '../suites/assess.ts';
export type { Occasion } from '../suites/assess.ts';
export { defineCheck } from './engine/check.ts';
export type { Check, EvidenceFor, Level, Needs, Seen } from './engine/check.ts';
export { openDossier } from './engine/dossier.ts';
export type { Dossier } from './engine/dossier.ts';
export type { Evidence } from './engine/evidence.ts';
export { judge } from './engine/judge.ts';
export { exitCodes } from './engine/verdict.ts';
export type { Counts, Coverage, Finding, Judgement, Outcome, Results, Verdict } from './engine/results.ts';

// Report: renderers by format, and what one judgement means to a build.
export { bearingOf } from '../reports/bearing.ts';
export type { Bearing } from '../reports/bearing.ts';
export { explain } from '../reports/text/explanation.ts';
export { renderSummary } from '../reports/console/summary.ts';
export { loadRenderer, renderers } from '../reports/index.ts';
export type { Format } from '../reports/index.ts';
export type { Renderer } from '../reports/renderer.ts';

// The reference server, for people who write clients or try out their tests.
export { createReferenceServer } from './reference-server/handler.ts';
export type { ReferenceServer, ReferenceServerOptions } from './reference-server/handler.ts';
export { toFetchHandler } from './reference-server/fetch-handler.ts';
export { startReferenceServer } from './reference-server/start.ts';
export type { StartedServer, StartOptions } from './reference-server/start.ts';
export { generateAuthorityKeys, poolAuthorityKeys } from './pki/authority-keys.ts';
export { departuresOf } from './engine/counterexample.ts';
export type { Counterexample, Departure } from './engine/counterexample.ts';

export { packageVersion } from './package-root.ts';
