import { describe, expect, test } from 'vitest';
import { packageVersion } from '../../package-root.ts';
import { renderers } from '../../../reports/index.ts';
import { checks } from '../../../suites/index.ts';
import { messageTypes } from '../../protocol/xml/message-type.ts';
import { call } from './testing/io.ts';

const commands = ['run', 'audit', 'serve', 'validate', 'list', 'explain'];

describe('help', () => {
  test('--help names every command, on standard output', async () => {
    const { code, out, err } = await call(['--help']);
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });

  test.each(commands)('%s --help says what the command does and takes', async (command) => {
    const { code, out, err } = await call([command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: mde-conformance ${command} `));
    expect(out).toContain('--json');
  });

  test('names every word that an option allows', async () => {
    const help = async (command: string): Promise<string> => (await call([command, '--help'])).out.replace(/\s+/g, ' ');
    const phases = [...new Set(checks.map(({ id }) => id.split('/')[0]))].join(', ');
    for (const command of ['run', 'audit']) {
      expect(await help(command)).toContain(`any letters): ${phases} --check`);
      expect(await help(command)).toContain(
        `(comma separated): ${Object.keys(renderers).join(', ')} (default: "html,junit")`,
      );
    }
    expect(await help('run')).toContain('from read,enroll,renew,unenroll; default: without unenroll');
    expect(await help('run')).toContain('(choices: "on-premise", "federated", "certificate", "entra")');
    expect(await help('validate')).toContain(`(default: detected): ${messageTypes.join(', ')} `);
  });

  test('no command at all is a usage error that shows the help', async () => {
    const { code, out, err } = await call([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: mde-conformance/);
  });
});

test.each(['--version', '-V'])('%s prints the version and nothing else', async (option) => {
  expect(await call([option])).toEqual({ code: 0, out: `${packageVersion}\n`, err: '' });
});

describe('a command line that cannot be used ends with 2, one message and no output', () => {
  const cases: readonly (readonly [line: string, message: RegExp])[] = [
    ['frobnicate', /unknown command 'frobnicate'\n\(--help shows what is allowed\)/],
    ['rn', /unknown command 'rn'\n\(Did you mean run\?\)/],
    ['run --foo', /unknown option '--foo'\n\(--help shows what is allowed\)/],
    ['run --emial a@b.example', /unknown option '--emial'\n\(Did you mean --email\?\)/],
    ['run one two', /too many arguments for 'run'\. Expected 1/],
    ['run --out', /option '--out <folder>' argument missing/],
    ['audit', /missing required argument 'har'/],
    ['validate', /missing required argument 'file'/],
    ['list', /missing required argument 'what'/],
    ['explain --topics domain-join', /--topics lists all topics; leave out "domain-join"/],
    ['list nope', /there is no "nope"; allowed: checks, requirements, scenarios, faults/],
    ['list cheks', /there is no "cheks"; did you mean "checks"\?/],
    ['list checks --phase discovry', /--phase: there is no "discovry"; did you mean "discovery"\?/],
    ['list requirements --phase nope', /--phase: there is no "nope"; allowed: .*\bdiscovery\b/],
    ['serve --port 99999', /--port: "99999" is not a port; allowed: 0 .* to 65535/],
    ['serve --port x', /--port: "x" is not a port/],
    ['serve --defect nope', /--defect: there is no "nope"; "list checks" shows what there is/],
    ['serve --defect discovery/anser', /--defect: .*did you mean "discovery\/answer"\?/],
    ['serve --defect discovery/answer:99', /there is no "discovery\/answer:99"; allowed: discovery\/answer:0 \(.+\)/],
    [
      'serve --auth kerberos',
      /--auth: this server has no method "kerberos"; allowed: on-premise, federated, certificate, entra/,
    ],
    ['serve --auth on-premise,', /--auth: "on-premise," names no method; allowed: on-premise, federated/],
    ['run --profile P9', /--profile: "P9" is not allowed; give one of P1/],
    ['run --auth federated', /--auth needs a target/],
    ['run --timeout x', /--timeout: "x" is not allowed; give seconds from 1 to 600/],
    ['run --timeout 0', /--timeout: "0" is not allowed/],
    ['run --format pdf', /"pdf" is not a report format\. Allowed: json, html, junit, sarif, .*allure/],
    ['run --format ,', /--format names no format; allowed: json, html, junit, sarif, .*allure/],
    ['run --suite nope', /--suite: there is no "nope"; allowed: .*\bdiscovery\b/],
    ['run --check nope', /--check: there is no "nope"; "list checks" shows what there is/],
    ['run --suite discovery --check transport/content-type', /--suite and --check have no check in common/],
    ['run --email user@contoso.example', /--email needs a target: give its discovery URL, domain/],
    ['run --ca ca.pem', /--ca needs a target/],
    ['explain nope', /"nope" is unknown \(allowed: a check id, .*an HRESULT/],
    ['explain discovery/answr', /did you mean "discovery\/answer"\?/],
  ];

  test.each(cases)('%s', async (line, message) => {
    const { code, out, err } = await call(line.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/^mde-conformance: /);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('lists', () => {
  test('of checks, as an array of their metadata', async () => {
    const { code, out } = await call(['list', 'checks', '--json']);
    const list = JSON.parse(out) as Record<string, unknown>[];
    expect(code).toBe(0);
    expect(list.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    const keys = ['id', 'phase', 'title', 'level', 'basis', 'requirements', 'since', 'impact'];
    const ofMusts = new Set(['must', 'seen']);
    for (const entry of list) expect(Object.keys(entry).filter((key) => !ofMusts.has(key))).toEqual(keys);
    const missing = list.filter(({ level, must }) => (level === 'MUST') !== (must !== undefined));
    expect(missing).toEqual([]);
  });

  test('of one phase hold nothing of another', async () => {
    const { out } = await call(['list', 'checks', '--phase', 'transport', '--json']);
    expect(new Set((JSON.parse(out) as { phase: string }[]).map(({ phase }) => phase))).toEqual(new Set(['transport']));
  });

  test.each(['checks', 'requirements', 'scenarios', 'faults'])(
    'of %s: the JSON and the text tell of as many',
    async (what) => {
      const list = JSON.parse((await call(['list', what, '--json'])).out) as unknown[];
      const { code, out, err } = await call(['list', what]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(list.length).toBeGreaterThan(0);
      expect(out).toMatch(new RegExp(`\\n${list.length} ${what}\\n$`));
    },
  );
});

describe('explanations', () => {
  test.each([
    ['discovery/answer', /^discovery\/answer \(MUST.*\n[^]*serve --defect discovery\/answer:0/],
    ['disc-01', /^DISC-01 \(.*\n[^]*Judged by +discovery\/answer/],
    ['0x80180001', /^0x80180001 MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR[^]*Remedy/],
    ['2149056513', /^0x80180001 /],
    ['Authentication', /^0x80180002 MENROLL_E_DEVICE_AUTHENTICATION_ERROR/],
    ['DeviceCapReached', /^0x80180013 /],
    ['menroll_e_device_message_format_error', /^0x80180001 /],
  ])('of %s', async (term, text) => {
    const { code, out, err } = await call(['explain', term]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(text);
  });

  test.each(['discovery/answer', 'DISC-01', '0x80180001'])('of %s as one JSON document', async (term) => {
    const { out } = await call(['explain', term, '--json']);
    expect(JSON.parse(out)).toMatchObject({ term });
  });
});
