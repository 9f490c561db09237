import type { Answer, HttpResponse, Transport } from './exchange.ts';

/** How much of the answers of a run is kept. */
const bodyBudget = {
  /** Bytes of all response bodies together. */
  bytes: 64 * 1024 * 1024,
  /** Beyond that, so many bytes of each body. */
  keptOfEach: 64 * 1024,
} as const;

/**
 * A transport that keeps no more than a budget of response bodies in all, so that no target decides how much memory a run takes. Where
 * the budget would be exceeded, a longer body than `keptOfEach` is cut there. An answer that is cut counts as `unrecorded`, which says
 * nothing of the server; its message holds the size of the whole body. It holds no digest of it: whoever knows the rest of a body could
 * test guesses of a secret in it. Whoever sent the request gets the cut answer too, so that no later request rests on what the recording
 * lacks.
 */
export function withinBudget(transport: Transport, { bytes, keptOfEach }: BodyBudget = bodyBudget): Transport {
  let left = bytes;
  return async (request) => {
    const answer = await transport(request);
    const { response } = answer;
    if (response === undefined) return answer;
    const { length } = response.body;
    const isCut = length > keptOfEach && length > left;
    left -= isCut ? keptOfEach : length;
    return isCut ? cut(answer, response, keptOfEach, bytes) : answer;
  };
}

interface BodyBudget {
  readonly bytes: number;
  readonly keptOfEach: number;
}

function cut(answer: Answer, whole: HttpResponse, kept: number, budget: number): Answer {
  const response = { ...whole, body: whole.body.slice(0, kept) };
  if (answer.kind === 'broken') return { ...answer, response };
  const message =
    `The answers of this run together are larger than ${budget} bytes, so only the first ${kept} of the ` +
    `${whole.body.length} bytes of this body were kept.`;
  const { connection } = answer;
  return {
    kind: 'broken',
    reason: 'unrecorded',
    message,
    response,
    ...(connection === undefined ? {} : { connection }),
  };
}
