/** The URL as Windows writes it into `a:To` of Discover: in its letter case, with the port even if it is the default. */
export function withPort(url: string): string {
  if (new URL(url).port !== '') return url;
  return url.replace(/^(https?):\/\/([^/?#]*?)(?::\d*)?(?=[/?#]|$)/i, (_, scheme: string, host: string) => {
    return `${scheme}://${host}:${scheme.toLowerCase() === 'https' ? 443 : 80}`;
  });
}
