import type { Judgement, Results } from '../../engine/verdict/results.ts';
import { messageTypes } from '../../protocol/xml/schema.ts';
import type { MessageType } from '../../protocol/xml/schema.ts';
import { validateMessage } from '../../protocol/xml/validate-message.ts';
import { nearest } from '../../device/target/suggest.ts';
import { allJudgements } from '../../../reports/own/own-judgements.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { explain } from '../../../reports/text/explanation.ts';
import { WrongOption } from './wrong-option.ts';

/** What a matcher of vitest and of Jest returns. */
export interface Matched {
  readonly pass: boolean;
  /** What a failing test says. */
  readonly message: () => string;
}

/** How a matcher is asked. */
export interface Matching {
  /** Behind `not`. */
  readonly isNot?: boolean;
}

/** A message as it is, or the answer that holds it, whose body is then read. */
export type MessageLike = string | Uint8Array | Response | Request;

/** Matchers for `expect.extend` of vitest and Jest. */
export const matchers = {
  /**
   * The message is valid by the schema of its type, which its payload shows where it is not given. Behind `not`, it is none that is valid:
   * a page is not either.
   */
  async toConform(received: MessageLike, type?: MessageType): Promise<Matched> {
    if (type !== undefined && !messageTypes.includes(type)) throw unknownType(type);
    const { verdict, issues, ...shown } = validateMessage(await bytesOf(received), type);
    const name = shown.type ?? 'a message of the enrollment protocols';
    return {
      pass: verdict === 'valid',
      message: () =>
        verdict === 'valid'
          ? `It is a valid ${name}.`
          : [
              `It is ${verdict === 'invalid' ? `no valid ${name}` : verdict.replaceAll('-', ' ')}:`,
              ...issues.slice(0, 20).map(({ line, path, message }) => `  line ${line}, ${path}: ${message}`),
            ].join('\n'),
    };
  },

  /** The run is conformant, as `assertConformant` says; one that left a mandatory check open is not. */
  toBeConformant(received: Results): Matched {
    return {
      pass: received.exitCode === 0,
      message: () => `\n${renderSummary(received, { colour: false })}`,
    };
  },

  /** The check passed. Behind `not`, it failed: what could not be judged satisfies neither. */
  toPass(this: Matching, received: Results, check: string): Matched {
    const judgement = judgementOf(received, check);
    const isOpen = judgement.outcome !== 'passed' && judgement.outcome !== 'failed';
    return {
      pass: isOpen ? this.isNot === true : judgement.outcome === 'passed',
      message: () => `${check} ${judgement.outcome}\n${explain(judgement)}`,
    };
  },
};

function judgementOf(results: Results, check: string): Judgement {
  const judgements = allJudgements(results);
  const found = judgements.find((judgement) => judgement.check === check);
  if (found) return found;
  const meant = nearest(
    check,
    judgements.map((judgement) => judgement.check),
  );
  throw new WrongOption(
    `the results have no check "${check}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
}

function unknownType(type: string): WrongOption {
  return new WrongOption(`there is no message type "${type}"; allowed: ${messageTypes.join(', ')}`);
}

async function bytesOf(received: MessageLike): Promise<string | Uint8Array> {
  if (typeof received === 'string' || received instanceof Uint8Array) return received;
  if (typeof (received as Partial<Response> | undefined)?.arrayBuffer === 'function') {
    return new Uint8Array(await received.clone().arrayBuffer());
  }
  throw new WrongOption('toConform takes a text, bytes, a Request or a Response');
}
