import { Option, type Command } from 'commander';
import { gated, waiversOption, withModules } from './gate-options.ts';
import type { ComparisonOptions } from './comparison-format.ts';
import type { Io } from './io.ts';
import type { VerifyOptions } from './commands/verify.ts';
import type { CertifyOptions } from './commands/certify.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { MatrixOptions } from './commands/matrix.ts';
import type { WaiveOptions } from './commands/waive.ts';
import type { ReportOptions } from './commands/report.ts';

/** The words of `--help` on `--sign`. */
export const signing =
  'file of a private key (PKCS#8 in PEM: Ed25519 or P-256) that signs the manifest; "verify --key" verifies it';

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
    .option('--waivers <file>', `${waiversOption}; in place of those of the run`)
    .option('--sign <key>', signing)
    .option('--json', 'print the names of the files as one JSON document')
    .action((results: string, options: ReportOptions) =>
      done(import('./commands/report.ts').then(({ report }) => report(results, options, io))),
    );

  withModules(program.command('verify <bundle>'))
    .description(
      'say whether a folder of reports, or a zip archive of one, is as it was written: digests, missing and added files, the signature, and each report rendered again; exit 0 intact, 1 altered',
    )
    .option('--key <pem>', 'public key (PEM) that must have signed')
    .option('--rejudge', 'judge the session again, and compare every judgement')
    .option('--device-trust <pem>', 'with --rejudge: the roots that the audit was given')
    .option('--json', 'print one JSON document')
    .action((bundle: string, options: VerifyOptions) =>
      done(import('./commands/verify.ts').then(({ verify }) => verify(bundle, options, io))),
    );

  comparing(
    program
      .command('diff <before> <after>')
      .description(
        'say what got worse, what was fixed and what is no longer judged between two runs (results.json or their folders); exit 1 if something got worse or is no longer judged',
      ),
  ).action((before: string, after: string, options: ComparisonOptions) =>
    done(import('./commands/diff.ts').then(({ diff }) => diff(before, after, options, io))),
  );

  comparing(
    program
      .command('matrix <results...>')
      .description(
        'lay several targets, or several runs of one, side by side (results.json or their folders): verdicts, ways in, and the checks that failed or differ',
      )
      .option('--all', 'show the other checks, too'),
  ).action((results: string[], options: MatrixOptions) =>
    done(import('./commands/matrix.ts').then(({ matrix }) => matrix(results, options, io))),
  );

  gated(
    program
      .command('merge <folder...>')
      .description(
        'join the shards of a run (folders that "run --shard" wrote, or zip archives of them) and judge it as one; exit 3 if a shard is missing; docs/shards.md',
      ),
  )
    .option('--out <folder>', 'output folder of the reports', 'conformance-report')
    .option('--format <list>', `report formats (comma separated): ${formats}`, 'html,junit')
    .option('--sign <key>', signing)
    .option('--history <folder>', 'folder that keeps the results of each run, and shows their trend')
    .option('--verbose', 'print everything, not only what fits into 40 lines')
    .option('--json', 'print only the results document on standard output')
    .action((folders: string[], options: MergeOptions) =>
      done(import('./commands/merge.ts').then(({ merge }) => merge(folders, options, io))),
    );

  program
    .command('waive <results>')
    .description(
      'add waivers of failed checks to a waivers file, from results.json (or its folder): they cover what that run saw, so that another failure of the check still counts; docs/waivers.md',
    )
    .option('--check <id...>', 'the checks, each of which failed in that run', [])
    .option('--reason <text>', 'why the failure is accepted for now')
    .option('--owner <text>', 'who answers for it')
    .option('--expires <date>', 'the last day on which it holds, in UTC, such as 2026-12-31; at most 366 days ahead')
    .option('--waivers <file>', 'the waivers file; it is made if it is not there, and keeps what it has')
    .option('--prune', 'say which waivers of the file can go, because they expired or are stale; changes nothing')
    .action((results: string, options: WaiveOptions) =>
      done(import('./commands/waive.ts').then(({ waive }) => waive(results, options, io))),
    );

  program
    .command('certify <folder>')
    .description(
      'make the kit that a vendor hands in: the reports of a run, a statement on the product, and how to reproduce it; refuses a run that was changed or leaves a scored check open',
    )
    .option('--statement <file>', 'what the vendor says of the product (YAML or JSON)')
    .option('--out <folder>', 'output folder of the kit')
    .option('--check', 'write nothing, and say what is missing')
    .option('--sign <key>', signing)
    .option('--key <pem>', 'public key (PEM) that must have signed the run')
    .option('--json', 'print one JSON document')
    .action((folder: string, options: CertifyOptions) =>
      done(import('./commands/certify.ts').then(({ certify }) => certify(folder, options, io))),
    );
}

function comparing(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'markdown', 'html', 'json']).default('text'),
    )
    .option('--json', 'print one JSON document, as --format json does');
}
