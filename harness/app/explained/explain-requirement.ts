import type { Topic } from '../../protocol/topics/topic.ts';
import { topics } from '../../protocol/topics/table.ts';
import { checks } from '../../../suites/index.ts';
import { verifyingLevels } from '../../../suites/requirements/allowed-levels.ts';
import { isBinding, sourceText } from '../../../suites/requirements/catalogue.ts';
import type { Requirement } from '../../../suites/requirements/catalogue.ts';

/** What a row of the catalogue says, in words: `explain` and its page on the documentation site are two forms of this. */
export interface ExplainedRequirement {
  readonly id: string;
  readonly level: string;
  readonly phase: string;
  /** No full stop. */
  readonly rule: string;
  readonly source: string;
  /** Which servers it concerns. */
  readonly applies: string;
  /** Whether a document binds the server to it, and how sure we are of the row, as sentences. */
  readonly standing: string;
  /** How it is verified. */
  readonly how: string;
  /** The checks that name it, and whether each verifies it or only advises at a lower level. */
  readonly judgedBy: readonly {
    readonly check: string;
    readonly title: string;
    readonly level: string;
    readonly verifies: boolean;
  }[];
  /** Why no check verifies it, as a sentence; missing where one does. */
  readonly unverified?: string;
  readonly topics: readonly Pick<Topic, 'name' | 'title'>[];
}

const confidences: Readonly<Record<Requirement['confidence'], string>> = {
  S: 'We read the text that says so.',
  'S!': 'We read the text that says so, and another text contradicts it.',
  E: 'It is known by a documented example only.',
  F: 'It is known by what was seen in the field.',
  I: 'It is inferred from other texts.',
  M: 'It is written from memory: no text of it was at hand.',
};

/** Explains one row of the catalogue. */
export function explainRequirement(row: Requirement): ExplainedRequirement {
  const { id, level, phase, rule, applies, verification, confidence, question } = row;
  const levels: readonly string[] = verifyingLevels(row);
  const judgedBy = checks
    .filter(({ requirements }) => requirements.includes(id))
    .map((check) => ({
      check: check.id,
      title: check.title,
      level: check.level,
      verifies: levels.includes(check.level),
    }));
  const unverified = unverifiedText(
    row,
    judgedBy.map(({ verifies }) => verifies),
  );
  return {
    id,
    level,
    phase,
    rule,
    source: sourceText(row),
    applies,
    standing: [
      isBinding(row) ? 'A document binds the server to it.' : 'No document binds the server to it.',
      confidences[confidence],
      ...(question === undefined
        ? []
        : [`The open question ${question.id} decides ${question.bears === 'row' ? 'it' : 'a part of it'}.`]),
    ].join(' '),
    how: verification.how,
    judgedBy,
    ...(unverified === undefined ? {} : { unverified }),
    topics: topics.filter(({ requirements }) => requirements.includes(id)).map(({ name, title }) => ({ name, title })),
  };
}

function unverifiedText(row: Requirement, verifying: readonly boolean[]): string | undefined {
  if (verifying.includes(true)) return undefined;
  if (verifying.length > 0)
    return `The row is ${verifyingLevels(row).join(' or ')}, and each check on it is of a lower level: it warns, and verifies nothing`;
  const { verification } = row;
  return 'reason' in verification
    ? `${verification.by}: ${verification.reason}`
    : `A check is planned: ${verification.how}`;
}
