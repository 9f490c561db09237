import type { Behaviour } from '../../engine/rule/counterexample.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { endpointOf, type Paths } from '../services/endpoints.ts';
import { httpResponse, type Reply } from './reply.ts';

/** Works on a request, unless the server has a departure and is busy. */
type Queue = (request: HttpRequest, work: () => Promise<Reply>) => Promise<Reply>;

/** A good server works on all requests at the same time. With the departure, it works on one request for a certificate at a time. */
export function createQueue({ whileBusy }: Behaviour, paths: Paths): Queue {
  if (whileBusy === undefined) return (_, work) => work();
  let underWay: Promise<Reply> | undefined;
  return async (request, work) => {
    if (endpointOf(request, paths) !== 'enrollment') return await work();
    if (underWay) return whileBusy === 'repeats' ? await underWay : busy;
    underWay = new Promise((resolve) => setImmediate(resolve)).then(work);
    try {
      return await underWay;
    } finally {
      underWay = undefined;
    }
  };
}

const busy: Reply = {
  response: httpResponse(
    500,
    [
      ['Content-Type', 'text/plain'],
      ['Connection', 'close'],
    ],
    Buffer.from('The database is locked.\n', 'utf8'),
  ),
};
