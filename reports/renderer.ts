import type { Results } from '../harness/engine/verdict/results.ts';
import type { Session } from '../harness/wire/exchange/exchange.ts';

/** A report format. `render` is pure: the same results and session give the same bytes, so one golden sample tests it. */
export interface Renderer {
  /** The name of the format for `--format`. */
  readonly format: string;
  /** The file's name in the output folder. */
  readonly fileName: string;
  /** The text of the report. */
  render(results: Results, session: Session): string;
}
