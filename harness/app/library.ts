/**
 * The entry of the package, for people who test their server from their own tests:
 *
 * ```js
 * const recorded = await enroll({ url, email, password, fetch: app.fetch });
 * assertConformant(judge(recorded));
 * ```
 *
 * What these are made of is there too: record a session through any transport or read a stored one, judge it by checks, write the reports.
 */

// In few words: enroll at a server, live or in this process, or read a recording; judge; fail with what is wrong.
export { enroll } from './in-tests/enroll.ts';
export type { EnrollOptions } from './in-tests/enroll.ts';
export { audit, judge } from './in-tests/judge.ts';
export type { JudgeOptions } from './in-tests/judge.ts';
export { assertConformant, NotConformant } from './in-tests/assert-conformant.ts';
export { matchers } from './in-tests/matchers.ts';
export type { Matched, Matching, MessageLike } from './in-tests/matchers.ts';
export { referenceServer } from './in-tests/reference.ts';
export type { Reference, ReferenceOptions } from './in-tests/reference.ts';
export { WrongOption } from './in-tests/wrong-option.ts';

// Checks and scenarios of your own, beside ours (docs/own-checks.md), and their proof under any test runner.
export { defineCheck } from '../engine/rule/check.ts';
export { defineRefusal } from '../engine/rule/define-refusal.ts';
export type { RefusalRule } from '../engine/rule/define-refusal.ts';
export { defineTolerance } from '../engine/rule/define-tolerance.ts';
export type { ToleranceRule } from '../engine/rule/define-tolerance.ts';
export { defineScenario, WrongScenario } from '../device/run/define-scenario.ts';
export type { OwnScenario } from '../device/run/define-scenario.ts';
export { readModule } from './own-checks/read-module.ts';
export { UnusableModule } from './own-checks/own-module.ts';
export type { CheckModule, OwnModule, OwnRequirement } from './own-checks/own-module.ts';
export { proveCheck, UnprovenCheck } from './own-checks/prove-check.ts';
export type { Proof, ProofCase } from './own-checks/prove-check.ts';

// Record: simulated devices enroll through a transport.
export { recordSession } from './record-session.ts';
export type { RecordingOptions } from './record-session.ts';
export { scenarios } from '../../suites/scenarios.ts';
export type { Effect, Scenario } from '../device/run/scenario.ts';
export type { ScenarioProgress } from '../device/run/scenario-progress.ts';
export type { RunWatch } from '../device/run/run-watch.ts';
export { startTimeLimit } from '../device/run/time-limit.ts';
export type { TimeLimit } from '../device/run/time-limit.ts';
export { resolveTarget } from '../device/target/target.ts';
export type { Target, TargetOptions } from '../device/target/target.ts';
export type { Described, DescribedStates, TargetDescription } from '../device/target/target-description.ts';
export { Secret } from '../wire/redaction/secret.ts';
export type { ServerStates, StateWay } from '../device/target/server-state.ts';
export type { StateName } from '../engine/evidence/state-names.ts';
export { createLiveTransport } from '../wire/transport/live-transport.ts';
export type { LiveTransportOptions } from '../wire/transport/live-transport.ts';
export { fetchTransport } from '../wire/transport/fetch-transport.ts';
export type { FetchTransportOptions, RequestHandler } from '../wire/transport/fetch-transport.ts';

// Sessions: HAR 1.2, redacted.
export { readHar, serialiseHar, UnreadableSession, writeHar } from '../wire/har/har.ts';
export type { Har, Recording, WrittenHar } from '../wire/har/har.ts';
export { occasionOf, readStoredSession } from './stored-session.ts';
export type { StoredSession } from './stored-session.ts';
export type {
  Answer,
  Exchange,
  Header,
  HttpRequest,
  HttpResponse,
  Session,
  SessionMeta,
  Transport,
} from '../wire/exchange/exchange.ts';

// Judge: the whole session at once, or a dossier check by check.
export { checks } from '../../suites/index.ts';
export { assess, noteOf, resultsOf } from './assess.ts';
export type { Occasion } from './assess.ts';
export type { Check, EvidenceFor, Level, Needs, Seen } from '../engine/rule/check.ts';
export { openDossier } from '../engine/evidence/dossier.ts';
export type { Dossier } from '../engine/evidence/dossier.ts';
export type { Evidence } from '../engine/evidence/evidence.ts';
export { judge as judgeCheck } from '../engine/verdict/judge.ts';
export { exitCodes } from '../engine/verdict/verdict.ts';
export type { Counts, Coverage, Finding, Judgement, Outcome, Results, Verdict } from '../engine/verdict/results.ts';

// Report: renderers by format, and what one judgement means for a build.
export { bearingOf } from '../../reports/bearing.ts';
export type { Bearing } from '../../reports/bearing.ts';
export { explain } from '../../reports/text/explanation.ts';
export { renderSummary } from '../../reports/console/summary.ts';
export { loadRenderer, renderers, UnknownFormat } from '../../reports/index.ts';
export type { Format, TextFormat } from '../../reports/index.ts';
export { filesOf } from '../../reports/renderer.ts';
export type { Rendered, Renderer } from '../../reports/renderer.ts';

// Compare: what tells a finding in another run, what differs between two, how many over time.
export { fingerprintOf, fingerprintVersion } from '../../reports/fingerprint.ts';
export { compare, isWorse } from '../../reports/comparison/compare.ts';
export type { Change as CheckChange, Comparison } from '../../reports/comparison/compare.ts';
export type { Executed } from '../../reports/comparison/executed.ts';
export { entryOf as historyEntryOf } from '../../reports/trend/history-entry.ts';
export type { HistoryEntry } from '../../reports/trend/history-entry.ts';
export { trendOf } from '../../reports/trend/trend.ts';

// The reference server, for people who write clients or try out their tests.
export { createReferenceServer } from '../reference-server/mount/handler.ts';
export type { ReferenceServer, ReferenceServerOptions } from '../reference-server/mount/handler.ts';
export { toFetchHandler } from '../reference-server/mount/fetch-handler.ts';
export { startReferenceServer } from '../reference-server/mount/start.ts';
export type { StartedServer, StartOptions } from '../reference-server/mount/start.ts';
export { generateAuthorityKeys, poolAuthorityKeys } from '../protocol/pki/build/authority-keys.ts';
export { departuresOf } from '../engine/rule/counterexample.ts';
export type { Counterexample, Departure } from '../engine/rule/counterexample.ts';

// Deep links, for who publishes a page that starts the enrollment.
export { deepLink, deepLinkAnchor, WrongDeepLink } from '../protocol/deep-link/deep-link.ts';
export type { DeepLinkContent } from '../protocol/deep-link/deep-link.ts';
export { readDeepLink } from '../protocol/deep-link/read-deep-link.ts';
export type { DeepLink } from '../protocol/deep-link/read-deep-link.ts';

export { packageVersion } from '../package-root.ts';

// Types that those above are made of.
export type * from './library-types.ts';
