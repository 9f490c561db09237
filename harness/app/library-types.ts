/**
 * The types that the library's functions take and give in their fields. Nobody has to name them; who writes a check, a scenario or a report may
 * want to.
 */

// What a recording is asked for.
export type { Callback } from '../device/run/callback.ts';
export type { KeyMode } from '../device/run/device-keys.ts';
export type { Shard } from '../device/run/shard.ts';
export type { Ask } from '../device/run/state-changer.ts';
export type { Environment } from '../device/target/password.ts';
export type { StateCommand } from '../device/target/state-command.ts';
export type { StateRequest } from '../device/target/server-state.ts';
export type { KnownSecret, SecretKind, SecretNumber } from '../wire/redaction/secret-ledger.ts';

// What a scenario is driven with.
export type { EnrolledDevice, ScenarioContext } from '../device/run/scenario.ts';
export type { Issued, KeyPolicy, Services } from '../device/client/answers.ts';
export type { Device } from '../device/client/device-operations.ts';
export type { HeldCertificate } from '../device/client/held-certificate.ts';
export type { DeviceIdentity } from '../device/client/identity.ts';
export type { Discovery } from '../device/client/probe.ts';
export type { RequestEdit } from '../device/client/request-edit.ts';
export type { AuthenticatedStep, DiscoverStep, IssueStep, ManageStep, MessageOptions } from '../device/client/steps.ts';
export type { Given } from '../device/target/target-givens.ts';
export type { AgentEnrollment } from '../device/target/target.ts';
export type { ModuleName, ModuleNote } from '../wire/exchange/module-note.ts';

// An exchange and its HAR.
export type {
  Answered,
  BreakReason,
  Broken,
  ClientCertificate,
  Connection,
  Framing,
  Label,
  SecretFact,
  TlsBreak,
  TlsFacts,
  TlsVersion,
} from '../wire/exchange/exchange.ts';
export type { ShardNote, ShardsNote, StateNote } from '../wire/exchange/session-notes.ts';
export type {
  HarConnection,
  HarContent,
  HarEntry,
  HarKnowledge,
  HarPair,
  HarPostData,
  HarRequest,
  HarResponse,
  HarWire,
} from '../wire/har/har-format.ts';
export type { WrittenEntry, WrittenRequest, WrittenResponse } from '../wire/har/written-har.ts';

// A check and the evidence that it judges.
export type { AnswerFilter, Basis, Condition, NeedsAcross, NeedsEach, NeedsFlow, Where } from '../engine/rule/check.ts';
export type { Breaks, Impact, Tolerated, Unclaimed, Witness } from '../engine/rule/impact.ts';
export type { HeaderField } from '../engine/evidence/evidence.ts';
export type { Flow } from '../engine/evidence/flow.ts';
export type { Kind } from '../engine/evidence/kind.ts';
export type { ProvisionedCertificate, Provisioning } from '../engine/evidence/provisioning.ts';
export type { RenewalRequest } from '../engine/evidence/renewal-request.ts';
export type { Credential, RequestFacts } from '../engine/evidence/request-facts.ts';
export type { FaultDetail } from '../protocol/faults/fault-detail.ts';
export type { Fault } from '../protocol/faults/matcher.ts';
export type { Tolerance, ToleranceId } from '../protocol/faults/tolerance.ts';
export type { XmlNode } from '../protocol/xml/node.ts';
export type { Part, Place } from '../protocol/xml/place.ts';
export type { SchemaIssue } from '../protocol/xml/schema.ts';
export type { XmlSyntaxError } from '../protocol/xml/syntax-error.ts';
export type { XmlTree } from '../protocol/xml/tree.ts';

// Certificates and requests, as they are read.
export type { StringEncoding } from '../protocol/pki/der/der-text.ts';
export type { CertificateRequest } from '../protocol/pki/read/certificate-request.ts';
export type { Certificate } from '../protocol/pki/read/certificate.ts';
export type { Extension, UndecodableExtension } from '../protocol/pki/read/extensions.ts';
export type { GeneralName } from '../protocol/pki/read/general-name.ts';
export type { NameConstraints, Subtree } from '../protocol/pki/read/name-constraints.ts';
export type { Name, NameAttribute, Rdns } from '../protocol/pki/read/name.ts';
export type { Oddity } from '../protocol/pki/read/oddities.ts';
export type { RsaKeyDefect } from '../protocol/pki/read/rsa-key-defect.ts';
export type { PublicKey } from '../protocol/pki/read/public-key.ts';
export type { Hash, SignatureAlgorithm } from '../protocol/pki/read/signature.ts';
export type { SignedData } from '../protocol/pki/read/signed-data.ts';

// Results and reports.
export type { MustKind } from '../engine/rule/kind-of-must.ts';
export type { Refusal } from '../engine/explanation/refusal.ts';
export type { Cause, Damage } from '../engine/verdict/cause.ts';
export type { OwnCounts, OwnResults } from '../engine/verdict/own-results.ts';
export type { CoverageRow, ExchangeNote, Maker, RequirementNote, Scope, TrendRow } from '../engine/verdict/results.ts';
export type { Party } from '../protocol/faults/fault-entry.ts';
export type { OnReply } from '../reference-server/mount/listen.ts';
export type { XmlContent, XmlObject } from '../protocol/xml/write.ts';
export type { RendererEntry } from '../../reports/index.ts';
export type { FileContent, OutputFile } from '../../reports/manifest.ts';
export type { SummaryOptions } from '../../reports/console/summary.ts';

// The reference server and its departures.
export type {
  AnswerDeparture,
  Answering,
  Behaviour,
  Change,
  FramingDefect,
  OtherHost,
  RenewalCondition,
  Replacement,
  TlsDeparture,
} from '../engine/rule/counterexample.ts';
export type { SignInBehaviour, SignInPage, TokenCondition } from '../engine/rule/sign-in-behaviour.ts';
export type { XmlEdit } from '../protocol/xml/xml-edit.ts';
export type { AuthorityKeys } from '../protocol/pki/build/authority-keys.ts';
export type { Authority, LeafWish } from '../protocol/pki/build/authority.ts';
export type { CertificateChange } from '../protocol/pki/build/certificate-change.ts';
export type { KeyPair } from '../protocol/pki/build/keys.ts';
export type { ServerIdentity } from '../protocol/pki/build/server-identity.ts';
export type { TlsDefect } from '../protocol/pki/build/tls-defect.ts';
export type { FetchHandler, FetchHandlerOptions } from '../reference-server/mount/fetch-handler.ts';
export type { Reply } from '../reference-server/mount/reply.ts';
export type { AuthMethod } from '../reference-server/services/auth-method.ts';
export type { CertificateRule, User } from '../reference-server/services/user.ts';
export type { Fetch } from '../reference-server/services/entity-fetcher.ts';
export type { ParticularRefusal } from '../reference-server/services/particular-refusals.ts';
export type { EnvelopeCode, Subcode } from '../reference-server/services/refusal.ts';

// What is read in a deep link.
export type { LinkDefect, LinkDefectKind, LinkEffect } from '../protocol/deep-link/link-defect.ts';
export type { LinkMode, LinkParameter, LinkParameterName } from '../protocol/deep-link/parameters.ts';
export type { ReadParameter } from '../protocol/deep-link/read-deep-link.ts';

// A message.
export type { MessageType } from '../protocol/xml/message-type.ts';

// What lies over judgements.
export type { Baseline, Deviations, FailOn, Waived, Waiver, WaiverState, WaiverUse } from '../engine/verdict/waiver.ts';
