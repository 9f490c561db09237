import { Option, type Command } from 'commander';
import { collect } from './collect.ts';

/** The words of `--help` on `--waivers`. */
export const waiversOption =
  'file of known failures (YAML or JSON), each with reason, owner and expiry; a waived failure stays failed and is shown; docs/waivers.md';

/** Adds the option for modules of checks. */
export function withModules(command: Command): Command {
  return command.option(
    '--checks <module>',
    'file or package with checks of your own, which are judged beside ours and change no verdict; may be repeated; docs/own-checks.md',
    collect,
    [],
  );
}

/** Adds the options that say which failures end a command with 1. */
export function gated(command: Command): Command {
  return command
    .option('--waivers <file>', waiversOption)
    .option(
      '--baseline <results>',
      'results.json (or its folder) of an earlier run: says what is new and what is known from it',
    )
    .option('--no-new', 'with --baseline: exit with 1 only for failures that the baseline does not have')
    .addOption(
      new Option(
        '--fail-on <failures>',
        'which unwaived failures exit with 1: of a MUST (default), only of one on which security depends, of a SHOULD too, or none; the verdict stays',
      ).choices(['must', 'security', 'should', 'none']),
    );
}
