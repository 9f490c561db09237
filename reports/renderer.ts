import type { Results } from '../harness/engine/verdict/results.ts';
import type { Session } from '../harness/wire/exchange/exchange.ts';
import type { OutputFile } from './manifest.ts';

/** What a format is rendered to: the text of one file, or several files with their names in the output folder. */
export type Rendered = string | readonly OutputFile[];

/**
 * A report format. `render` is pure: the same results and session give the same bytes, so one golden sample tests it. A format of one file
 * is a `Renderer`, one of several files a `Renderer<readonly OutputFile[]>`.
 */
export interface Renderer<Output extends Rendered = string> {
  /** The name of the format for `--format`. */
  readonly format: string;
  /** The name in the output folder: of the file, or of the folder that holds the files. */
  readonly fileName: string;
  /** The report. */
  render(results: Results, session: Session): Output;
}

/** The files of a report, whether its format has one or several. */
export function filesOf(renderer: Renderer<Rendered>, results: Results, session: Session): readonly OutputFile[] {
  const rendered = renderer.render(results, session);
  return typeof rendered === 'string' ? [{ name: renderer.fileName, content: rendered }] : rendered;
}
