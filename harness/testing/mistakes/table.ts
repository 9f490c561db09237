import { target, waivers, type Mistake } from './mistake.ts';

const password = { MDE_PASSWORD: 'correct horse 7' };
const planned = ['run', '@target.yaml', '--plan'];
const server = ['run', 'https://{server}/EnrollmentServer/Discovery.svc', '--email', 'user@contoso.com'];
const trusted = [...server, '--ca', '@ca.pem'];
const reply = (status: string, type: string, body: string): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;

/** Mistakes by what they are made with. The tool names what is wrong, where, and what is allowed. */
export const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  'Commands and options': [
    { you: 'misspelt a command', args: ['rum'] },
    { you: 'misspelt an option', args: ['run', '--ouput', '@here'] },
    { you: 'gave an option without its value', args: ['run', '--out'] },
    { you: 'wrote the password into the command line', args: ['run', 'mdm.example', '--password', 'hunter2'] },
    { you: 'named a check that does not exist', args: ['run', '--plan', '--check', 'discovery/anwser'] },
    { you: 'named a phase that does not exist', args: ['run', '--plan', '--suite', 'enrolment'] },
    { you: 'left the list of checks empty, as an unset variable does', args: ['run', '--plan', '--check', ''] },
    {
      you: 'chose checks of a phase that was not chosen',
      args: ['run', '--plan', '--suite', 'policy', '--check', 'discovery/*'],
    },
    { you: 'named a format that does not exist', args: ['run', '--format', 'htlm'] },
    { you: 'gave a time limit that is no number', args: ['run', '--plan', '--time-limit', 'soon'] },
    { you: 'gave a rate that is too high', args: ['run', '--plan', '--rate', '99999'] },
    { you: 'asked for more at the same time than is allowed', args: ['run', '--plan', '--concurrency', '99'] },
    { you: 'allowed renewal without enrollment', args: ['run', '--plan', '--effects', 'read,renew'] },
    { you: 'named a client that does not exist', args: ['run', '--plan', '--profile', 'P9'] },
    { you: 'gave a user to the embedded server', args: ['run', '--plan', '--email', 'user@contoso.com'] },
    { you: 'gave a port without the address that it belongs to', args: ['run', '--plan', '--callback-port', '8080'] },
    {
      you: 'counted shards from 0',
      args: ['run', 'mdm.example', '--email', 'user@contoso.com', '--plan', '--shard', '0/3'],
    },
    {
      you: 'asked for one shard without the key of all',
      args: ['run', 'mdm.example', '--email', 'user@contoso.com', '--plan', '--shard', '1/3', '--seed', 'a'],
    },
    { you: 'asked what an unknown word means', args: ['explain', '0x8018ZZZZ'] },
    { you: 'asked for a list of something else', args: ['list', 'check'] },
  ],
  'The target file': [
    { you: 'named a file that is not there', args: ['run', '@taget.yaml', '--plan'] },
    { you: 'misspelt a key', files: target('ca_file: roots.pem'), args: planned },
    { you: 'misspelt a key inside another', files: target('signIn:', '  fom: {}'), args: planned },
    { you: 'wrote a key twice', files: target('email: other@contoso.com'), args: planned },
    { you: 'indented with a tab', files: target('states:', '\tlicense: {}'), args: planned },
    { you: 'forgot to close a bracket', files: target('capabilities: [renew'), args: planned },
    { you: 'wrote a word where yes or no is meant', files: target('cleanup: always'), args: planned },
    {
      you: 'wrote an address that is none',
      files: { 'target.yaml': 'url: mdm example\nemail: user@contoso.com\n' },
      args: planned,
    },
    {
      you: 'chose plain HTTP for a server elsewhere',
      files: { 'target.yaml': 'url: http://mdm.example\nemail: user@contoso.com\n' },
      args: planned,
    },
    { you: 'left the address out', files: { 'target.yaml': 'email: user@contoso.com\n' }, args: planned },
    { you: 'left the user out', files: { 'target.yaml': 'url: https://mdm.example\n' }, args: planned },
    {
      you: 'wrote a user without a domain',
      files: { 'target.yaml': 'url: https://mdm.example\nemail: user\n' },
      args: planned,
    },
    { you: 'wrote the password into the file', files: target('password: hunter2'), args: planned },
    { you: 'wrote a token into the file', files: target('signIn: { token: hunter2 }'), args: planned },
    {
      you: 'named a state that does not exist',
      files: target('states:', '  licence: { prompt: "Take the license away" }'),
      args: planned,
    },
    {
      you: 'gave a state no way to end',
      files: target('states:', '  license: { http: { url: "https://mdm.example/off" } }'),
      args: planned,
    },
    { you: 'named roots that are not there', files: target('ca: roots.pem'), args: planned },
    {
      you: 'named a private key as the roots',
      files: {
        ...target('ca: roots.pem'),
        'roots.pem': '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n',
      },
      args: planned,
    },
    {
      you: 'did not say which of several targets',
      files: {
        'target.yaml':
          'targets:\n  staging: { url: "https://a.example", email: u@a.example }\n  live: { url: "https://b.example", email: u@b.example }\n',
      },
      args: planned,
    },
    {
      you: 'named a target that the file does not have',
      files: { 'target.yaml': 'targets:\n  staging: { url: "https://a.example", email: u@a.example }\n' },
      args: [...planned, '--target', 'stagin'],
    },
    { you: 'wrote an empty file', files: { 'target.yaml': '' }, args: planned },
  ],
  Credentials: [
    { you: 'gave no password', files: target(), args: ['run', '@target.yaml'] },
    {
      you: 'named a file of the password that is not there',
      files: target('passwordFile: password.txt'),
      args: ['run', '@target.yaml'],
    },
    {
      you: 'left the file of the password empty',
      files: { ...target('passwordFile: password.txt'), 'password.txt': '\n' },
      args: ['run', '@target.yaml'],
    },
    {
      you: 'named a variable that is not set',
      files: target('passwordEnv: MDM_SECRET'),
      args: ['run', '@target.yaml'],
    },
    {
      you: 'named a program for the token that is not there',
      files: target('signIn: { command: [no-such-program] }'),
      args: ['run', '@target.yaml'],
    },
    {
      you: 'named a certificate without its key',
      files: { ...target('certificate: { certFile: user.pem }'), 'user.pem': 'x' },
      args: planned,
    },
  ],
  'The network': [
    {
      you: 'named a port at which nothing listens',
      args: ['run', 'https://127.0.0.1:1/EnrollmentServer/Discovery.svc', '--email', 'user@contoso.com'],
      env: password,
    },
    {
      you: 'did not name the roots of the server',
      args: server,
      env: password,
      server: reply('200 OK', 'text/html', ''),
      over: 'untrusted TLS',
    },
    {
      you: 'named a port of plain HTTP',
      args: trusted,
      env: password,
      server: reply('200 OK', 'text/html', ''),
      over: 'plain HTTP',
    },
    {
      you: 'named a web site',
      args: trusted,
      env: password,
      server: reply('200 OK', 'text/html', '<title>Console</title>'),
    },
    {
      you: 'named a path that the server does not have',
      args: trusted,
      env: password,
      server: reply('404 Not Found', 'text/html', '<p>no</p>'),
    },
    {
      you: 'named a server that lets nobody in',
      args: trusted,
      env: password,
      server: reply('403 Forbidden', 'text/plain', 'no'),
    },
    {
      you: 'named a server that is down behind its proxy',
      args: trusted,
      env: password,
      server: reply('502 Bad Gateway', 'text/html', '<h1>502</h1>'),
    },
    {
      you: 'named a proxy, which the tool does not use',
      files: target(),
      args: ['run', '@target.yaml'],
      env: { ...password, HTTPS_PROXY: 'http://proxy.example:3128' },
    },
  ],
  'Recordings, results and waivers': [
    { you: 'named a recording that is not there', args: ['audit', '@session.har'] },
    {
      you: 'named a file that is no recording',
      files: { 'session.har': '{"version": 1}' },
      args: ['audit', '@session.har'],
    },
    {
      you: 'named a recording that was cut off',
      files: { 'session.har': '{"log": {"entries": [' },
      args: ['audit', '@session.har'],
    },
    {
      you: 'named the same recording twice',
      files: { 'session.har': '{"log":{"entries":[]}}' },
      args: ['audit', '@session.har', '@session.har'],
    },
    {
      you: 'compared something that holds no results',
      files: { 'a.json': '{}', 'b.json': '{}' },
      args: ['diff', '@a.json', '@b.json'],
    },
    { you: 'verified a folder that no run wrote', files: { 'note.txt': 'x' }, args: ['verify', '@'] },
    {
      you: 'waived a check that does not exist',
      files: waivers({ check: 'transport/content-typ' }),
      args: ['run', '--waivers', '@waivers.yaml'],
    },
    {
      you: 'gave a waiver no end',
      files: waivers({ expires: undefined }),
      args: ['run', '--waivers', '@waivers.yaml'],
    },
    {
      you: 'wrote a day that does not exist',
      files: waivers({ expires: '2099-02-30' }),
      args: ['run', '--waivers', '@waivers.yaml'],
    },
    {
      you: 'gave a waiver an empty reason',
      files: waivers({ reason: '""' }),
      args: ['run', '--waivers', '@waivers.yaml'],
    },
    {
      you: 'misspelt a key of a waiver',
      files: waivers({ expire: '2099-05-31' }),
      args: ['run', '--waivers', '@waivers.yaml'],
    },
    { you: 'asked for what is new without a baseline', args: ['run', '--no-new'] },
    { you: 'merged a folder that is no shard', files: { 'note.txt': 'x' }, args: ['merge', '@', '--out', '@joined'] },
  ],
};
