/** The statuses that IANA registers, as ranges; the events of a log take numbers between them. */
const registered: readonly (readonly [first: number, last: number])[] = [
  [100, 104],
  [200, 208],
  [226, 226],
  [300, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
];

/** Proxies and content networks made these up. */
const customary: readonly number[] = [440, 444, 449, 495, 496, 497, 499, 520, 521, 522, 523, 524, 525, 526, 527, 530];

/** Whether people mean an HTTP status by a number of three digits. */
export function isHttpStatus(value: number): boolean {
  return registered.some(([first, last]) => value >= first && value <= last) || customary.includes(value);
}
