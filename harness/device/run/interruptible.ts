import type { Answer, Transport } from '../../wire/exchange/exchange.ts';

/** The run was ended from outside. States of the server that were in force are undone; there is no recording. */
export class RunInterrupted extends Error {
  override readonly name = 'RunInterrupted';
  override readonly message =
    'the run was interrupted: states of the server that were in force are undone, no report was written';
}

/** A transport that breaks what is under way, and sends nothing more, once `signal` fires. */
export function interruptible(transport: Transport, signal: AbortSignal | undefined): Transport {
  if (!signal) return transport;
  const interrupted = new Promise<Answer>((resolve) => {
    const end = (): void => {
      resolve({ kind: 'broken', reason: 'other', message: 'The run was interrupted.' });
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return (request) => (signal.aborted ? interrupted : Promise.race([transport(request), interrupted]));
}
