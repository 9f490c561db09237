import type { Answer, Transport } from '../../wire/exchange/exchange.ts';

/**
 * Somebody ended the run. It undid the states of the server that it had brought about, and there is no recording. The message names
 * `uncertain`, the states whose undoing failed, and lists `devices`, the names of those that the server may have enrolled, so that they can
 * be removed.
 */
export class RunInterrupted extends Error {
  override readonly name = 'RunInterrupted';

  constructor(devices: readonly string[] = [], uncertain: readonly string[] = []) {
    const list = devices.map((name) => `\n  ${name}`).join('');
    const left =
      list === '' ? '' : `\nThe server may hold these devices, which the run enrolled; remove them there:${list}`;
    const states =
      uncertain.length === 0
        ? 'the states that it brought about were ended'
        : `these states of the server may still be in force: ${uncertain.join(', ')}`;
    super(`the run was interrupted; ${states}, and no report was written${left}`);
  }
}

/** A transport that breaks pending exchanges and sends nothing more once `signal` fires. */
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
