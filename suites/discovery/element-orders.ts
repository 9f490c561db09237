import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The schema gives the elements of request no order, and the published samples have two. */
export const elementOrders = defineTolerance({
  id: 'discovery/element-orders',
  title: 'The elements of request are accepted in any order',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['DISC-16'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows writes them in one order; other clients that do not cannot enroll' },
  remedy: 'Find the elements of request by their names.',
  kind: 'discover',
  family: 'element-orders',
  refusals: {
    'a reader that wants the address first': /<request[^>]*>\s*<(?!EmailAddress)/,
    'a reader that wants the order of Windows': /<\/EmailAddress>\s*<(?!RequestVersion)/,
  },
});
