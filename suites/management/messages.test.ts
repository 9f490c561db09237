import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { managementChecks } from './index.ts';
import { firstSession } from './scenarios/first-session.ts';
import { sessionContents } from './scenarios/session-contents.ts';

const scenarios = [firstSession];

testCheckTable(managementChecks, {
  'management/answer': {
    scenarios,
    fails: [
      /HTTP 200 with an empty body/,
      /HTTP 200 with a/,
      /HTTP 500/,
      /closed|ended/,
      'The Status for SyncHdr is 500',
      /HTTP 200 with a SyncMl document/,
    ],
  },
  'management/content-type': {
    scenarios,
    fails: [
      'The answer has no Content-Type',
      'Content-Type is "application/xml"',
      'Content-Type is "application/vnd.syncml.dm+wbxml"',
    ],
  },
  'management/namespace': {
    scenarios,
    fails: [
      'The namespace is "SYNCML:SYNCML1.1"',
      'VerDTD is "1.1"',
      'VerProto is "DM/1.1"',
      'SyncHdr has no VerProto',
    ],
  },
  'management/schema': {
    scenarios,
    fails: [/MsgID/, /Source/, /Fetch/, /Get/, /Priority/],
  },
  'management/message-id': { scenarios, fails: ['MsgID is 0', 'MsgID is 1'] },
  'management/session-id': { scenarios, fails: ['SessionID is "7"', 'SessionID is "163"'] },
  'management/addresses': {
    scenarios,
    fails: ['Target is "0123456789ABCDEF"', 'Source is "https://other.example/"'],
  },
  'management/header-status': {
    scenarios,
    fails: [
      'CmdRef of the first Status is "2"',
      'The message has no Status',
      'CmdRef of the first Status is "2"',
      'MsgRef of the first Status is "9"',
    ],
  },
  'management/command-statuses': {
    scenarios,
    fails: [/^Replace \d of the device got no Status$/, 'The Status elements are not in the order of the commands'],
  },
  'management/status-commands': {
    scenarios,
    fails: [
      'A Status is about command 99, which the device did not send',
      'Cmd is "Add"',
      'MsgRef is "9", and the message of the device is 2',
      'Cmd is "Replace"',
    ],
    passes: { 'a server that leaves a Status out': remove('manage', '//sync:Status[sync:Cmd="Replace"]') },
  },
  'management/command-id': {
    scenarios,
    fails: ['Get has no CmdID', 'CmdID of Get is 0', 'CmdID 1 of Get is used twice'],
  },
  'management/final': { scenarios, fails: ['SyncBody has no Final'] },
  'management/unchunked': { scenarios, fails: ['Transfer-Encoding is "chunked"'] },
  'management/local-addresses': { scenarios, fails: ['LocURI is "/DevDetail/SwV"'] },
  'management/atomic': {
    scenarios,
    fails: ['An Atomic holds Get', 'An Atomic holds Atomic', /^An Atomic adds and replaces \S+HomePages$/],
  },
  'management/user-scope': {
    scenarios: [sessionContents],
    fails: [
      /^The command is for \.\/User\S+, and LoginStatus is others$/,
      'An Atomic holds nodes of the user and of the device',
    ],
  },
  'management/command-order': { scenarios, fails: [/^Exec of \S+ stands before its Add$/] },
  'management/renewal-settings': { scenarios, fails: [/^Replace of \S+RenewPeriod is in no Atomic$/] },
  'management/items': {
    scenarios,
    fails: ['Exec has 2 Item elements', 'An Item of Get has Data', 'An Item of Add has no Target'],
  },
  'management/status-references': {
    scenarios,
    fails: [/^The only Status of command \d has TargetRef$/, 'A Status answers the Status 1 of the device'],
  },
  'management/challenge': {
    scenarios,
    fails: [
      'Status 407 has no Chal',
      'Type of Chal is "syncml:auth-sha256"',
      'Chal has no NextNonce',
      /^NextNonce is "/,
      'Alert stands beside a challenge',
    ],
  },
  'management/message-size': {
    cleanIs: 'inapplicable',
    scenarios,
    fails: [/^MaxMsgSize is 64, and the message has \d+ bytes$/],
  },
  'management/plain-writing': {
    scenarios,
    fails: ['The message holds a CDATA section', 'The message has white space between its elements'],
  },
});
