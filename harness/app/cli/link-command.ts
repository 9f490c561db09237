import { Option, type Command } from 'commander';
import { linkModes } from '../../protocol/deep-link/parameters.ts';
import type { LinkOptions } from './commands/link.ts';

/** Adds `link` and its options to the program. */
export function addLink(program: Command, action: (options: LinkOptions) => Promise<void>): void {
  program
    .command('link')
    .description('print a deep link (ms-device-enrollment:) that starts the enrollment app of Windows')
    .option('--username <name>', 'e-mail address or user principal name of the user who enrolls')
    .option('--server <url>', 'URL of the server, with https: (default: the device derives it from the e-mail address)')
    .addOption(
      new Option(
        '--mode <mode>',
        'what the app starts: device management, a work account, or a join to Microsoft Entra ID',
      )
        .choices(Object.keys(linkModes))
        .default('mdm'),
    )
    .addOption(
      new Option('--ownership <number>', 'who owns the device: 1 not known, 2 the user, 3 the organisation').choices([
        '1',
        '2',
        '3',
      ]),
    )
    .option('--device-identifier <guid>', 'GUID that tells the server which device it is')
    .option('--tenant-identifier <text>', 'GUID or text that tells the server which tenant it is')
    .option('--access-token-file <file>', 'file with a token of the server; the link then holds the token')
    .option('--html [text]', 'print an element <a> of HTML with this text (default: Connect to work)')
    .action(action);
}
