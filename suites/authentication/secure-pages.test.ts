import { behaves, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { securePages } from './secure-pages.ts';

const login = '<form method="post" action="/';

testCheck(securePages, {
  fails: [
    'A form with a password or a token goes to "http://login.contoso.example/EnrollmentServer/Authenticate"',
    'The page leads to "http://login.contoso.example/" by itself',
  ],
  passes: {
    'a redirect before the page': behaves({ signInRedirects: 'once' }),
    'a form for a language in plain HTTP': replace(
      'authenticate',
      login,
      `<form action="http://www.contoso.example/"><input name="language"></form>${login}`,
    ),
  },
});
