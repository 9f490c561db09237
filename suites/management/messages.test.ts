import { testCheckTable } from '../../harness/testing/check-table.ts';
import { managementChecks } from './index.ts';
import { firstSession } from './scenarios/first-session.ts';
import { sessionIdentity } from './scenarios/session-identity.ts';

const scenarios = [firstSession];

testCheckTable(managementChecks, {
  'management/answer': {
    scenarios,
    fails: [
      /HTTP 200 with an empty body/,
      /HTTP 200 with a/,
      /HTTP 500/,
      /closed|ended/,
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
    fails: [
      /^Replace \d of the device got no Status$/,
      /^Replace \d of the device got no Status$/,
      'Cmd is "Add"',
      'The Status elements are not in the order of the commands',
    ],
  },
  'management/command-id': {
    scenarios,
    fails: ['Get has no CmdID', 'CmdID of Get is 0', 'CmdID 1 of Get is used twice'],
  },
  'management/identity': {
    scenarios: [sessionIdentity],
    fails: [
      'The server held a session with no certificate',
      'The server held a session with a certificate of another issuer with the same subject',
    ],
  },
  'management/final': { scenarios, fails: ['SyncBody has no Final'] },
});
