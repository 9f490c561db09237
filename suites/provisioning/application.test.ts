import { testCheck } from '../../harness/testing/check-tester.ts';
import { application } from './application.ts';

testCheck(application, {
  fails: ['The document has no APPLICATION', 'APPLICATION is written "Application"'],
});
