import type { Markup } from '../../markup.ts';
import { bytesOf } from './fitting.ts';

/** The bytes that a part of the page may still have. */
export class Purse {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Takes the markup if all of it fits; of what does not fit it takes nothing. */
  pays(...markup: readonly Markup[]): boolean {
    const price = markup.reduce((sum, piece) => sum + bytesOf(piece), 0);
    if (price > this.#left) return false;
    this.#left -= price;
    return true;
  }
}
