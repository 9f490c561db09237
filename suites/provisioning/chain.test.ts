import { testCheck } from '../../harness/testing/check-tester.ts';
import { chain } from './chain.ts';

testCheck(chain, {
  fails: [
    /^The chain ends at "CN=.+", whose issuer is missing$/,
    /^The chain ends at ".*Reference Device CA.*", whose issuer is missing$/,
    /^The signature of "CN=.+" is not by ".*Reference Device CA.*"$/,
    /^The chain ends at "CN=.+", whose issuer is missing$/,
  ],
});
