import type { Header } from '../exchange/exchange.ts';
import type { HarPair } from './har-format.ts';

export function writePair([name, value]: Header): HarPair {
  return { name, value };
}

export function mimeTypeOf(headers: readonly Header[]): string {
  return valueOf(headers, 'content-type') || 'x-unknown';
}

export function valueOf(headers: readonly Header[], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

export function queryOf(url: string): HarPair[] {
  if (!URL.canParse(url)) return [];
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}
