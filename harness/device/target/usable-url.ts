import { isLoopback } from './loopback.ts';

/** Whether a device may use a URL that the server named: HTTPS, or HTTP on loopback if the target uses it too. */
export function isUsableUrl(url: string, target: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (hostname === '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(url) && new URL(target).protocol === 'http:');
}
