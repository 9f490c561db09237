import { countMarkup } from '../../protocol/xml/markup-count.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';

/** How much of the documents of one session is parsed, because all of them are in memory while it is judged. */
const documentBudget: Budget = {
  /** Tags and attributes of all documents together; a node takes some hundreds of bytes. A whole run has some 100,000. */
  markup: 500_000,
  /** Bytes of all documents together. */
  bytes: 64 * 1024 * 1024,
};

interface Budget {
  readonly markup: number;
  readonly bytes: number;
}

/** Decides document by document. What it does not admit says nothing of the server. */
export interface DocumentBudget {
  /** Whether the document may still be parsed; it is then counted. */
  readonly admits: (document: Uint8Array) => boolean;
}

/** A budget of which nothing is spent. */
export function createDocumentBudget({ markup, bytes }: Budget = documentBudget): DocumentBudget {
  let left = { markup, bytes };
  return {
    admits: (document) => {
      const { tags, attributes } = countMarkup(document);
      const rest = { markup: left.markup - tags - attributes, bytes: left.bytes - document.length };
      const fits = rest.markup >= 0 && rest.bytes >= 0;
      if (fits) left = rest;
      return fits;
    },
  };
}

/** Why a document is not read. */
export const beyondBudget =
  `the documents of this session together have more than ${documentBudget.markup.toLocaleString('en')} tags and attributes ` +
  `or ${documentBudget.bytes / 1024 / 1024} MiB, which is all that is read`;

/** The same exchange as if the recording lacked its answer. */
export function withoutAnswer(exchange: Exchange): Exchange {
  const { response } = exchange.answer;
  const message = `The answer was not read: ${beyondBudget}.`;
  return { ...exchange, answer: { kind: 'broken', reason: 'unrecorded', message, ...(response ? { response } : {}) } };
}
