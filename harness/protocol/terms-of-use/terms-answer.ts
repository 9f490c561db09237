/** What a terms-of-use page says to whoever opened it, in the query of the address that it leads back to. */
export interface TermsAnswer {
  /** The address without its query. */
  readonly to: string;
  /** IsAccepted as written. */
  readonly isAccepted?: string;
  readonly blob?: string;
  readonly error?: string;
  readonly description?: string;
  readonly requestId?: string;
}

/** What the caller asks of a terms-of-use page. */
export interface TermsQuestion {
  readonly redirectUri: string;
  readonly requestId: string;
  readonly apiVersion: string;
  /** `azureadjoin` where a device joins; missing for a work account. */
  readonly mode?: string;
}

/**
 * Reads an address that a page leads to; undefined where it leads on in the web, so that the page has not answered yet. Names are compared
 * without regard to letter case, because no document says how a device compares them.
 */
export function readTermsAnswer(address: string): TermsAnswer | undefined {
  if (!URL.canParse(address)) return undefined;
  const [, to = '', query = ''] = /^([^?#]*)\??([^#]*)/s.exec(address) ?? [];
  const parameters = new URLSearchParams(query);
  const value = (wanted: string): string | undefined =>
    [...parameters].find(([name]) => name.toLowerCase() === wanted)?.[1];
  const members = {
    isAccepted: value('isaccepted'),
    blob: value('opaqueblob'),
    error: value('error'),
    description: value('error_description'),
    requestId: value('client-request-id'),
  };
  const isEnd = members.isAccepted !== undefined || members.error !== undefined;
  if (!isEnd && /^https?:/i.test(address)) return undefined;
  const given = Object.entries(members).filter(([, text]) => text !== undefined);
  return { to, ...(Object.fromEntries(given) as Omit<TermsAnswer, 'to'>) };
}

/** What an address asks of a terms-of-use page; undefined if it lacks one of the two parameters that only such an address has. */
export function readTermsQuestion(address: string): TermsQuestion | undefined {
  if (!URL.canParse(address)) return undefined;
  const { searchParams } = new URL(address);
  const [redirectUri, requestId] = [searchParams.get('redirect_uri'), searchParams.get('client-request-id')];
  const mode = searchParams.get('mode');
  if (redirectUri === null || requestId === null) return undefined;
  return {
    redirectUri,
    requestId,
    apiVersion: searchParams.get('api-version') ?? '',
    ...(mode === null ? {} : { mode }),
  };
}

/** The address that a device opens: that of the tenant, with the question behind its own query. */
export function termsAddress(page: string, { redirectUri, requestId, apiVersion, mode }: TermsQuestion): string {
  const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(page) ?? [];
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  const parameters: readonly (readonly [string, string])[] = [
    ['redirect_uri', redirectUri],
    ['client-request-id', requestId],
    ['api-version', apiVersion],
    ...(mode === undefined ? [] : ([['mode', mode]] as const)),
  ];
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${address}${joint}${query}${fragment}`;
}
