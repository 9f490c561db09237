import { setFlagsFromString } from 'node:v8';

/** A smaller recording needs some 200 MB at most, and saving would cost it a quarter of its time. */
const large = 16 * 1024 * 1024;

/**
 * For a recording of so many bytes: where it is large, V8 collects garbage early for the rest of the process. By default it lets the heap
 * grow to gigabytes before it looks for what nobody needs any more.
 */
export function spareMemory(bytes: number): void {
  if (bytes > large) setFlagsFromString('--optimize-for-size');
}
