import { provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import type { Departure } from '../../harness/engine/rule/counterexample.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaSubject } from './search-criteria-subject.ts';

/** A certificate for one name, searched for by another. */
const searchedBy = (subject: string, text: string): readonly Departure[] => [
  reissue({ subject }),
  provisioning.set(
    '//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value',
    `Subject=${encodeURIComponent(text)}&Stores=My%5CUser`,
  ),
];
const subject = 'CN=device,OU=Contoso\\, Devices,O=Contoso';
const notFound = /^Subject is ".+", the certificate's is ".+"$/;

testCheck(searchCriteriaSubject, {
  // CN=TODO is what a recorded server writes.
  fails: [/^Subject is "CN=TODO", the certificate's is "CN=.+"$/, /^Subject is "CN==", the certificate's is "CN=.+"$/],
  alsoFails: {
    'a name that only looks like a part': [searchedBy(subject, 'CN=device,O=Cont'), notFound],
    'an RDN that the certificate does not have': [searchedBy(subject, `${subject},C=DE`), notFound],
    'an RDN twice': [searchedBy('CN=a,OU=b,OU=b', 'CN=a,OU=b,OU=c'), notFound],
    'a value under another type': [searchedBy('CN=a,OU=b', 'CN=a,O=b'), notFound],
    'two RDNs for two attributes of one': [searchedBy('CN=a+OU=b', 'CN=a,OU=b'), notFound],
    'a comma that is not escaped': [searchedBy(subject, subject.replace('\\,', ',')), notFound],
    'a text that was percent-escaped twice': [searchedBy('CN=a b', 'CN=a%20b'), notFound],
  },
  passes: {
    'a part of the subject, of which another check speaks': searchedBy(subject, 'CN=device'),
    'the RDNs in another order': searchedBy(subject, 'O=Contoso,CN=device,OU=Contoso\\, Devices'),
    'the attributes of one RDN in another order': searchedBy('CN=a+OU=b,O=c', 'OU=b+CN=a,O=c'),
    'a comma in quotes, as Windows writes it': searchedBy(subject, 'CN=device, OU="Contoso, Devices", O=Contoso'),
    'a hexadecimal escape': searchedBy(subject, 'CN=device,OU=Contoso\\2c Devices,O=Contoso'),
    'types that RFC 4514 does not know, as Windows and OpenSSL write them': searchedBy(
      'CN=a,2.5.4.17=80331,2.5.4.13=d,2.5.4.46=q',
      'CN=a, PostalCode=80331, Description=d, dnQualifier=q',
    ),
    'another letter case': searchedBy(subject, subject.toUpperCase()),
    'a control character that only the certificate has': searchedBy('CN=device\\00', 'CN=device'),
  },
  inapplicable: {
    'a document without search criteria': provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
  },
});
