import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { internals } from './internals.ts';

const says = (text: string) => set('issue fault', '//s:Text', text);

testCheck(internals, {
  fails: [
    'Text shows a stack trace: "at Contoso.Mdm.Enroll(String user)"',
    'Text shows SQL: "SELECT id FROM users"',
    'Message shows a host name: "db01.prod.internal"',
  ],
  alsoFails: {
    'a path of Windows': [
      says('Could not open C:\\inetpub\\mdm\\web.config'),
      'Text shows a file path: "C:\\inetpub\\mdm\\web.config"',
    ],
    'a path of Linux': [says('open /etc/mdm/users.db: denied'), 'Text shows a file path: "/etc/mdm/users.db"'],
    'a frame of Node': [
      says('TypeError\n    at handle (/srv/mdm/enroll.js:10:5)'),
      'Text shows a stack trace: "at handle (/srv/mdm/enroll.js:10:5)"',
    ],
    'a private address': [says('dial tcp 192.168.4.2:5432: refused'), 'Text shows an address: "192.168.4.2"'],
  },
  passes: {
    'what users are told': says(
      'Select another device at the portal (at most 5), from the list, or update and insert it.',
    ),
    'an address for users': says('See https://help.contoso.com/var/enroll/list or write to it@contoso.internal.'),
    'a version and a domain name': says(
      'Windows 10.0.19045.1 is too old; log in as CONTOSO\\user, at www.contoso.com (MDM).',
    ),
  },
});
