import type { Basis } from '../../harness/engine/rule/check.ts';
import type { Cause, Damage } from '../../harness/engine/verdict/cause.ts';
import type { Impact, Witness } from '../../harness/engine/rule/impact.ts';
import { mustKinds } from '../../harness/engine/rule/kind-of-must.ts';
import type { MustKind } from '../../harness/engine/rule/kind-of-must.ts';
import type { Judgement, Outcome, Results, Scope, Verdict } from '../../harness/engine/verdict/results.ts';
import type { BreakReason } from '../../harness/wire/exchange/exchange.ts';
import type { Part } from '../../harness/protocol/xml/place.ts';
import { ownMeaning } from '../own/own-meaning.ts';
import { exemptionOf, failureMeaning, opennessOf } from './gate.ts';
import { count } from './units.ts';
import { waivedClause } from './waived.ts';

/** A sign and a word, so that no report depends on colour alone. */
export interface Mark {
  readonly symbol: string;
  readonly word: string;
}

export const outcomeMarks: Readonly<Record<Outcome, Mark>> = {
  passed: { symbol: '✓', word: 'Passed' },
  failed: { symbol: '✕', word: 'Failed' },
  inapplicable: { symbol: '–', word: 'Inapplicable' },
  inconclusive: { symbol: '?', word: 'Inconclusive' },
  errored: { symbol: '!', word: 'Errored' },
};

export const verdictMarks: Readonly<Record<Verdict, Mark>> = {
  conformant: { symbol: '✓', word: 'Conformant' },
  nonconformant: { symbol: '✕', word: 'Not conformant' },
  incomplete: { symbol: '?', word: 'Incomplete' },
  unsound: { symbol: '!', word: 'Unsound' },
};

const exitMeanings: Readonly<Record<number, string>> = {
  0: 'conformant',
  2: 'the command or its configuration was wrong',
  3: 'a MUST could not be judged, or nothing was judged',
  4: 'no enrollment service answered, or it refused the credentials of the first valid request',
  5: 'internal error in this tool, or a changed recording of a run; do not trust the result; please report it',
  6: 'a waiver is stale: its check was judged and passed',
};

/** The meaning of the exit code of a run, to complete "exit code 3: …". */
export function exitMeaning(results: Results): string {
  const { exitCode, verdict } = results;
  const own = ownMeaning(results);
  if (exitCode === 1) {
    if (own === undefined) return failureMeaning(results);
    return verdict === 'nonconformant' ? `${failureMeaning(results)}; ${own}` : own;
  }
  if (own !== undefined) return own;
  if (exitCode === 0 && verdict !== 'conformant') return exemptionOf(results);
  const openness = exitCode === 3 ? opennessOf(results) : undefined;
  return openness ?? exitMeanings[exitCode] ?? 'it has no meaning';
}

export const bases: Readonly<Record<Basis, string>> = {
  specification: 'the specification says so',
  documentation: "Microsoft's documentation says so",
  windows: 'Windows behaves like this',
  security: 'security depends on it',
  interoperability: 'the sources disagree; this is what devices accept',
};

const impactKinds: Readonly<Record<Impact['kind'], string>> = {
  breaks: 'Fails',
  security: 'Security is lost',
  tolerated: 'Continues',
  unknown: 'Not known',
};

const witnesses: Readonly<Record<Witness['by'], string>> = {
  specified: 'specified',
  seen: 'seen on',
  reported: 'reported',
};

/** `specified: MS-MDE2 18.0, section 2.2.10`, `seen on: Windows 10 19043`. */
export function witnessSentence({ by, source }: Witness): string {
  return `${witnesses[by]}: ${source}`;
}

/** What a device does, after the word "Device:": `Fails with 0x80180001: it cannot read the answer`. */
function impactSentence({ kind, hresult, says, evidence }: Impact): string {
  const code = hresult === undefined ? '' : ` with ${hresult}`;
  const basis = evidence === undefined ? '' : ` (${witnessSentence(evidence)})`;
  return `${impactKinds[kind]}${code}: ${says}${basis}`;
}

/** The same for a check, whose requests Windows may never send. */
export function checkImpactSentence({ contrived, impact }: Pick<Judgement, 'contrived' | 'impact'>): string {
  return contrived === true ? deviceSentence({ damage: 'contrived', impact }) : impactSentence(impact);
}

/** The same for a cause: which devices, before what they do. */
export function deviceSentence({ damage, impact }: Pick<Cause, 'damage' | 'impact'>): string {
  const whose = {
    'every-device': 'Every device: ',
    'some-devices': 'Some devices: ',
    contrived: 'No Windows sends this. ',
  };
  const sentence = impactSentence(impact);
  if (damage === 'every-device' || damage === 'some-devices') {
    return `${whose[damage]}${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  }
  if (damage !== 'contrived') return sentence;
  // What is not known of such a request may begin with the same words.
  return impact.says.startsWith('Windows sends no') ? impact.says : `${whose.contrived}${sentence}`;
}

/** What each damage means, for who decides and does not read protocols. */
export const damageMeanings: Readonly<Record<Damage, string>> = {
  security: 'Somebody can get what is not theirs.',
  'every-device': 'No device gets through this step of the enrollment.',
  'some-devices': 'Devices of one kind, or one message of each, fail.',
  tolerated: 'Devices go on. The server departs from a rule all the same.',
  unknown: 'The server departs from a rule. What a device makes of it is not known.',
  contrived: 'No Windows meets this. Other clients may.',
};

/** What could not be judged because of some causes: `26 checks (12 MUST)`; undefined for nothing. */
export function blocksSentence(causes: readonly Pick<Cause, 'blocked' | 'blockedMusts'>[]): string | undefined {
  const blocked = causes.reduce((sum, cause) => sum + cause.blocked, 0);
  const musts = causes.reduce((sum, cause) => sum + cause.blockedMusts, 0);
  return blocked === 0 ? undefined : `${count(blocked, 'check')} (${musts} MUST)`;
}

/** What each kind of MUST means. */
export const mustMeanings: Readonly<Record<MustKind, string>> = {
  specified: 'a document demands it',
  security: 'a server that departs from it lets others in or gives something away',
  'seen-on-windows': 'no document demands it, and Windows was seen to fail on it',
};

/** What a MUST rests on: `specified (MS-MDE2 18.0, section 2.2.9.5)`, `seen on Windows (fleetdm/fleet issue 34993: 0x80190190)`. */
export function mustSentence({
  must,
  seen,
  requirements,
}: Pick<Judgement, 'must' | 'seen' | 'requirements'>): string | undefined {
  if (must === undefined) return undefined;
  const document = requirements.find(({ binds }) => binds)?.source;
  const witness = { specified: document, security: undefined, 'seen-on-windows': seen }[must];
  return witness === undefined ? mustKinds[must] : `${mustKinds[must]} (${witness})`;
}

export const parts: Readonly<Record<Part, string>> = {
  connection: 'connection',
  tls: 'TLS',
  request: 'request',
  status: 'status line',
  headers: 'headers',
  framing: 'framing',
  body: 'body',
  'provisioning-document': 'provisioning document',
  certificate: 'certificate',
};

export const breaks: Readonly<Record<BreakReason, string>> = {
  dns: 'the name could not be resolved',
  refused: 'the connection was refused',
  reset: 'the connection was reset',
  closed: 'the connection was closed before the answer was complete',
  timeout: 'no answer came in time',
  tls: 'the TLS handshake failed',
  'too-large': 'the answer was larger than the limit',
  framing: 'the framing of the answer cannot be read',
  unrecorded: 'the recording lacks the answer',
  unoffered: 'the TLS library of this machine lacks the version',
  unsupported: 'the transport cannot send this request',
  other: 'the exchange failed for another reason',
};

/** `Conformant for on-premise enrollment, as Windows 10 (10.0.19043), profile P1`; of another verdict its word and what is waived. */
export function verdictSentence(results: Results): string {
  const { verdict, scope } = results;
  const { word } = verdictMarks[verdict];
  if (verdict !== 'conformant') return `${word}${waivedClause(results)}`;
  const part = scope.limitedTo.length === 0 ? '' : ' in the selected checks';
  return `${word}${part} for ${scope.covers}, as ${deviceOf(scope)}`;
}

/** `Windows 10 (10.0.19043), profile P1`. */
export function deviceOf({ device, profile }: Scope): string {
  return profile === undefined ? device : `${device}, profile ${profile}`;
}

/** What the profile is: `Profile P1: the requests are written as Windows 10 (10.0.19043) writes them, as far as it is published`. */
export function profileSentence({ device, profile }: Scope): string {
  return profile === undefined
    ? `No profile: the requests are those of ${device}, as they were recorded`
    : `Profile ${profile}: this tool wrote the requests as ${device} writes them, as far as recordings of it are published`;
}

/** What stands beside the verdict unjudged, and whose server it was. */
export function scopeSentences({ besides, notJudged, embedded, remaining = [] }: Scope): readonly string[] {
  return [
    ...(embedded ? ['The server was the reference server of this tool: this says nothing of another one'] : []),
    ...(besides.length === 0 ? [] : [`Also played: ${besides.join(', ')}`]),
    ...(notJudged.length === 0 ? [] : [`Not judged: ${notJudged.join(', ')}`]),
    ...(remaining.length === 0 ? [] : [remainingSentence(remaining)]),
  ];
}

const mostNames = 3;

/** What the run leaves behind for somebody to clean up. */
function remainingSentence(names: readonly string[]): string {
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more, which results.json lists` : '';
  return `The server still has ${count(names.length, 'device')} of this run: ${names.slice(0, mostNames).join(', ')}${more}`;
}

/** Why a check is inapplicable, inconclusive or errored. */
export function reasonOf({ reason, blockedBy, outcome }: Judgement): string {
  const because = reason ?? `${outcomeMarks[outcome].word}; no reason is given`;
  return blockedBy === undefined ? because : `Blocked by ${blockedBy}: ${because}`;
}

/** `audit` and `live` in words. */
export function modeSentence({ run }: Results): string {
  return run.mode === 'live'
    ? 'live: this tool sent messages to the target and recorded its answers'
    : 'audit: this tool judged a stored session and sent nothing';
}
