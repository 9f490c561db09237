import { rename } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { discoverAnswer } from './answer.ts';

testCheck(discoverAnswer, {
  fails: [
    'The server answered with HTTP 200 with an empty body; a device shows 0x80180029',
    /^The server answered with HTTP 200 with an HTML page.*; a device shows 0x801900C8$/,
    'The server answered with a fault (InternalServiceFault); a device shows 0x80180006',
    /; a device shows 0x80180010$/,
  ],
  alsoFails: {
    'a response in the namespace with a trailing slash': [
      rename(
        'discover',
        '//d:DiscoverResponse',
        '{http://schemas.microsoft.com/windows/management/2012/01/enrollment/}DiscoverResponse',
      ),
      /HTTP 200 with \{http:.*enrollment\/\}DiscoverResponse instead of \{http:.*enrollment\}DiscoverResponse/,
    ],
  },
});
