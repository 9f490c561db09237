import type { ContextItem } from '../../../harness/device/client/messages/request-security-token.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';

/** More than one MiB of items that no server knows. */
const items = Array.from({ length: 10_000 }, (_, index): ContextItem => [
  `MdeConformance${index + 10_000}`,
  'a value of no meaning to anyone',
]);

/** More than any device sends, but not more than a server has to expect. */
export const largeRequest = issueFamily({
  id: 'large-request',
  title: 'RequestSecurityToken is sent with 10,000 ContextItems, more than 1 MiB',
  variations: [{ variant: '10,000 ContextItems', contextItems: (own) => [...own, ...items] }],
});
