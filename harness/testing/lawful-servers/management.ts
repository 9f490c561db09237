import { behaves, header, remove } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { restyle } from '../restyle.ts';
import { varySyncml } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewritingSessions } from './rewriting.ts';

/** Who asks for no proof relies on the certificate alone (Learn: Server requirements for OMA DM has both). */
const byCertificate = behaves({ proof: 'unasked' });
/** A device names it in place of its DeviceID, which is shorter. */
const hardwareId = '<Source><LocURI>[0-9A-F]{64}<';
const refusing = (code: number): readonly Departure[] => [
  byCertificate,
  { on: 'manage fault', matching: '^(?!.*PUT)', status: code },
];

/** Servers that hold their sessions in other ways. */
export const managementServers: readonly LawfulServer[] = [
  { name: 'knows devices by their certificates alone', departures: [byCertificate] },
  { name: 'asks every device to sign its messages', departures: [behaves({ asksForSignatures: true })] },
  {
    name: 'knows devices by their secrets alone',
    departures: [behaves({ admits: 'secret' })],
    advice: {
      'management/device-enumeration': 'it refuses a DeviceID that it does not know without a challenge (SYN-30)',
      'management/hardware-id': 'it finds the secret by the DeviceID (SYN-27)',
    },
  },
  {
    name: 'has no command in its sessions',
    vary: rewritingSessions((text) => text.replace(/<Get>.*<\/Get>/s, '')),
  },
  {
    name: 'takes a proof with 200, so that it comes again in each message',
    vary: rewritingSessions((text) => text.replace('<Data>212</Data>', '<Data>200</Data>')),
  },
  { name: 'has a UUID in each CmdID', vary: rewritingSessions(withUuids) },
  {
    name: 'answers with the media type in capitals',
    departures: [header('manage', 'Content-Type', 'Application/Vnd.Syncml.Dm+Xml')],
  },
  { name: 'says no charset', departures: [header('manage', 'Content-Type', 'application/vnd.syncml.dm+xml')] },
  {
    name: 'writes the references of a Status behind its Data, as MS-MDM prints them',
    because: 'MS-MDM 2.2.6.1',
    vary: rewritingSessions((text) =>
      text.replace(/(<Cmd>Replace<\/Cmd>)(<Data>200<\/Data>)/, '$1$2<TargetRef>./DevInfo</TargetRef>'),
    ),
    advice: { 'management/status-references': 'the Status is of the whole command (SYN-51)' },
  },
  {
    name: 'has no Status for what the device reports',
    because: 'the example of MS-MDM 4',
    departures: [remove('manage', '//sync:Status[sync:Cmd="Replace"]')],
    advice: { 'management/command-statuses': 'each command gets one (SYN-07)' },
  },
  {
    name: 'asks for one value in each command',
    vary: rewritingSessions((text) =>
      text.replace(
        /<Get><CmdID>(\d+)<\/CmdID>(<Item>.*?<\/Item>)(<Item>.*?<\/Item>)(<Item>.*?<\/Item>)<\/Get>/s,
        (_, id: string, ...items: string[]) =>
          items
            .slice(0, 3)
            .map((item, index) => `<Get><CmdID>${id}${index}</CmdID>${item}</Get>`)
            .join(''),
      ),
    ),
  },
  {
    name: 'changes a setting in an Atomic',
    vary: rewritingSessions((text) =>
      text.replace(
        '<Get>',
        '<Atomic><CmdID>a</CmdID><Replace><CmdID>b</CmdID><Item><Target><LocURI>./Vendor/MSFT/DMClient/Provider/ReferenceMDM/EntDMID</LocURI></Target>' +
          '<Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Data>device &amp; more</Data></Item></Replace></Atomic><Get>',
      ),
    ),
    advice: { 'management/repeated-changes': 'it sends the setting in each session (SYN-36)' },
  },
  {
    name: 'refuses a Source that is not the DeviceID of the enrollment',
    departures: [
      { on: 'manage fault', matching: hardwareId, status: 403 },
      { on: 'manage', matching: hardwareId, status: 403 },
    ],
    advice: { 'management/hardware-id': 'DevInfo/DevId and Source have another id (SYN-27)' },
  },
  { name: 'refuses strangers with HTTP 401', departures: refusing(401) },
  { name: 'refuses strangers with HTTP 404', departures: refusing(404) },
  {
    name: 'uses prefixes in its sessions',
    vary: varySyncml((body) => restyle(body, { prefix: (uri) => (uri.startsWith('SYNCML') ? 'x' : 'm') })),
  },
  {
    name: 'indents the messages of its sessions',
    vary: varySyncml((body) => restyle(body, { between: (depth) => `\r\n${'  '.repeat(depth)}` })),
    advice: { 'management/plain-writing': 'Windows 8.1 was reported to stop at it (SYN-37)' },
  },
];

function withUuids(text: string): string {
  return text.replace(
    /<CmdID>(\d+)<\/CmdID>/g,
    (_, id: string) => `<CmdID>7d1c6f31-0f4b-4d3c-9a54-${id.padStart(12, '0')}</CmdID>`,
  );
}
