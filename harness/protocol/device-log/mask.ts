const rules: readonly (readonly [what: RegExp, instead: string])[] = [
  // A JSON Web Token, what follows "Bearer", and long runs of base64: certificates, nonces, passwords.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [/\b((?:pass(?:word|wd)?|secret|token|pwd|api[-_]?key)["']?\s*[:=]\s*["']?)[^\s"',;)]{3,}/gi, '$1[hidden]'],
  // The query of an address may hold a token or the name of the user.
  [/(https?:\/\/)[^\s/@"'<>()]{1,200}@/gi, '$1'],
  [/(https?:\/\/[^\s?#"'<>()]{1,1000})[?#][^\s"'<>()]*/gi, '$1?[hidden]'],
  [/[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)[\p{L}\p{N}.-]{1,190}\p{L}/giu, '[user]'],
  [/\bS-1-\d+(?:-\d+){1,14}\b/gi, '[SID]'],
  [/(\\Users\\|\/Users\/)[^\\/\s"']{1,64}/gi, '$1[user]'],
  [/\b(?!HK(?:LM|CU|CR|U|EY)\b)(AzureAD|[A-Z][A-Z0-9-]{1,14})\\(?!\\)[\w.$-]{1,64}/g, '$1\\[user]'],
  [/\{?\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b\}?/gi, '[id]'],
  [/(?<![\w.+/-])(?=[A-Za-z+/_-]{0,200}\d)[A-Za-z0-9+/_-]{48,}={0,2}/g, '[hidden]'],
];

/** Ids that help the operator of a server to find the request in its log, and say nothing of a person. */
const traces = /\b(?:trace|correlation|activity|request)[\s_-]?id["']?\s*[:=(]{0,2}\s*["'({]{0,2}([0-9a-f-]{36})\b/gi;

/**
 * The text of a log without what says who the user is or opens a door: addresses of mail and UPNs, SIDs, ids such as that of the tenant,
 * tokens, secrets and queries of URLs. What a fault names as its trace or correlation stays.
 */
export function mask(text: string): string {
  const kept = new Set([...text.matchAll(traces)].map(([, id]) => id?.toLowerCase()));
  return rules.reduce(
    (masked, [what, instead]) =>
      instead === '[id]'
        ? masked.replace(what, (id) => (kept.has(id.toLowerCase()) ? id : instead))
        : masked.replace(what, instead),
    text,
  );
}
