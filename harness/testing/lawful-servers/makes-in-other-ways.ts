import { replace } from '../../engine/rule/departures.ts';
import { combine } from './combine.ts';
import type { LawfulServer } from './lawful-server.ts';
import { because, named } from './makes.ts';

/** Servers of unlike make in the other ways in: what only these show is driven at them. */
export const makesInOtherWays: readonly LawfulServer[] = [
  combine({ name: 'is a product with a login on its own pages', because }, [
    named('has its login on three pages, with cookies of each'),
    named('takes a token for one certificate'),
    named('redirects its page once'),
    {
      departures: [replace('discover', '</AuthenticationServiceUrl>', '?os=10.0.19045</AuthenticationServiceUrl>')],
    },
    named('answers the probe with 204'),
    named('has no mustUnderstand'),
    named('leaves policyID empty'),
    named('gives reasons in German'),
    named('names no cryptoProviders'),
    named('has no DispositionMessage'),
    named('polls in one series'),
    named('writes header names in lower case'),
    named('uses other prefixes'),
  ]),
  combine({ name: 'is a cloud service that devices join Microsoft Entra at', because }, [
    named('redirects to the page of its terms'),
    named('traces nothing'),
    named('has To and From headers'),
    named('has its oIDs in another order'),
    named('pads its token'),
    named('says again how it renews'),
    named('sends the Content-Type application/soap+xml;charset=UTF-8'),
    named('declares all prefixes on the envelope'),
  ]),
  combine({ name: 'is a service for kiosks, which have certificates', because }, [
    named('takes the digest of a message in both readings'),
    named('sends no Timestamp'),
    named('has no EnrollmentVersion'),
    named('polls by defaults'),
    named('leaves retries to the device'),
    named('sends no Date'),
    named('never abbreviates an empty element'),
  ]),
];
