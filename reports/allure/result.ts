import type { Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf } from '../bearing.ts';
import type { Bearing } from '../bearing.ts';
import { checkIdentityOf } from '../identity.ts';
import { mostFindings } from '../tame.ts';
import { explain, headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { timesOf } from '../text/times.ts';
import { reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';

type Status = 'passed' | 'failed' | 'broken' | 'skipped';

/** A file of the same folder. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

interface Executed {
  readonly name: string;
  readonly status: Status;
  readonly stage: 'finished';
  readonly statusDetails: Readonly<Partial<Record<'message' | 'trace' | 'expected' | 'actual', string>>> & {
    /** A known defect that ends no build: a waiver covers it. */
    readonly known?: true;
    readonly muted?: true;
  };
  readonly steps: readonly Executed[];
  readonly attachments: readonly Attachment[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

/** What a `…-result.json` of Allure holds, as the types of `allure-js-commons` name it. */
export interface AllureResult extends Executed {
  readonly uuid: string;
  /** The same in every run at one target, so that Allure sees the history of a check. */
  readonly historyId: string;
  /** The same again: Allure 3 makes its own id of the history from this one. */
  readonly testCaseId: string;
  readonly fullName: string;
  readonly titlePath: readonly string[];
  readonly description: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly links: readonly never[];
  readonly start: number;
  readonly stop: number;
}

/** What the file of a result is named by, and the files that hold an exchange. */
interface Surroundings {
  readonly uuid: string;
  readonly attachmentsOf: (exchange: number) => readonly Attachment[];
}

/** A SHOULD that is not met is a failure of minor severity: Allure has no warning. */
const statuses: Readonly<Record<Bearing, Status>> = {
  passed: 'passed',
  failure: 'failed',
  warning: 'failed',
  waived: 'failed',
  error: 'broken',
  skipped: 'skipped',
};

/** The result of a check. */
export function resultOf(judgement: Judgement, results: Results, { uuid, attachmentsOf }: Surroundings): AllureResult {
  const { check, phase, title, outcome, findings, waived } = judgement;
  const status = statuses[bearingOf(judgement)];
  const { start } = timesOf(results);
  const identity = checkIdentityOf(check, results);
  return {
    uuid,
    historyId: identity,
    testCaseId: identity,
    fullName: check,
    titlePath: [results.run.target, phase],
    name: oneLine(title),
    description: explain(judgement, mostFindings),
    status,
    stage: 'finished',
    statusDetails:
      outcome === 'passed'
        ? {}
        : {
            message: outcome === 'failed' ? headline(judgement) : `${outcome}: ${reasonOf(judgement)}`,
            ...(waived === undefined ? {} : ({ known: true, muted: true } as const)),
            ...(outcome === 'failed' ? { trace: explain(judgement, mostFindings) } : {}),
          },
    labels: labelsOf(judgement, results),
    links: [],
    steps: findings.slice(0, mostFindings).map((finding) => stepOf(finding, status, attachmentsOf)),
    attachments: [],
    parameters: [],
    start,
    stop: start,
  };
}

function stepOf(finding: Finding, status: Status, attachmentsOf: Surroundings['attachmentsOf']): Executed {
  const { message, exchange, part, path, expected, actual, variant } = finding;
  const parameters = { exchange: String(exchange), part, path, variant };
  return {
    name: oneLine(message),
    status,
    stage: 'finished',
    statusDetails: {
      message,
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
    },
    steps: [],
    attachments: attachmentsOf(exchange),
    parameters: Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

function labelsOf(judgement: Judgement, results: Results): AllureResult['labels'] {
  const { check, phase, level, basis, outcome, requirements, waived } = judgement;
  return [
    { name: 'parentSuite', value: results.run.target },
    { name: 'suite', value: phase },
    { name: 'severity', value: severityOf(judgement) },
    { name: 'framework', value: results.tool.name },
    ...(waived === undefined
      ? []
      : [{ name: 'tag', value: 'waived' }, ...waived.by.map(({ owner }) => ({ name: 'owner', value: owner }))]),
    ...[level, basis, outcome, ...waysOf(check, results)].map((value) => ({ name: 'tag', value })),
    ...requirements.map(({ id }) => ({ name: 'story', value: id })),
  ];
}

function severityOf({ level, must }: Judgement): string {
  if (level === 'MUST') return must === 'security' ? 'blocker' : 'critical';
  return level === 'SHOULD' ? 'minor' : 'trivial';
}
