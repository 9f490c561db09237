import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** The application that a device names as the receiver of the token; undefined where an exchange does not open the first page. */
export function appruOf({ exchange: { request } }: Evidence): string | undefined {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return undefined;
  return new URL(request.url).searchParams.get('appru') ?? undefined;
}

/** Whether an exchange opens the first page of a sign-in. */
export function isStartPage(evidence: Evidence): boolean {
  return appruOf(evidence) !== undefined;
}

/** Whether an exchange is the first of its window: what a server redirects to, it has made itself. */
export function isFirstRequest(evidence: Evidence): boolean {
  const { label, request } = evidence.exchange;
  if (!isStartPage(evidence)) return false;
  if (label !== undefined) return label.name.endsWith('sign-in-page');
  return !request.headers.some(([name]) => ['referer', 'cookie'].includes(name.toLowerCase()));
}
