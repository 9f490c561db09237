/** What the requests of a scenario vary, by the names that checks are narrowed to (`where`). */
export interface Variety {
  readonly families?: readonly string[];
  readonly deviations?: readonly string[];
}
