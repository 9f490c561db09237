import type { Command } from 'commander';
import type { Io } from './io.ts';
import type { ReportOptions } from './commands/report.ts';

type Done = (work: Promise<number>) => Promise<void>;

/** Adds the commands for what a run leaves behind to the program. `formats` are the report formats, as `--help` names them. */
export function addBundles(program: Command, io: Io, done: Done, formats: string): void {
  program
    .command('report <results>')
    .description(
      'render the reports of a run again, from its results.json (or its folder) and the session.har beside it; judges nothing',
    )
    .option('--session <har>', 'the recording that was judged (default: session.har beside the results)')
    .option('--out <folder>', 'output folder of the reports', 'conformance-report')
    .option('--format <list>', `report formats (comma separated): ${formats}`, 'html,junit')
    .option('--json', 'print the names of the files as one JSON document')
    .action((results: string, options: ReportOptions) =>
      done(import('./commands/report.ts').then(({ report }) => report(results, options, io))),
    );
}
