import type { Check } from '../../harness/engine/rule/check.ts';
import { announcedLength } from './announced-length.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { charset } from './charset.ts';
import { clientCertificate } from './client-certificate.ts';
import { commonTlsVersion } from './common-tls-version.ts';
import { contentCoding } from './content-coding.ts';
import { contentLength } from './content-length.ts';
import { contentType } from './content-type.ts';
import { discoverUnchunked } from './discover-unchunked.ts';
import { encoding } from './encoding.ts';
import { enrollmentUnchunked } from './enrollment-unchunked.ts';
import { expectContinue } from './expect-continue.ts';
import { hostAnswer } from './host-answer.ts';
import { httpsEndpoints } from './https-endpoints.ts';
import { olderHttp } from './older-http.ts';
import { keptConnection } from './kept-connection.ts';
import { oldTlsVersions } from './old-tls-versions.ts';
import { otherMediaTypes } from './other-media-types.ts';
import { plainDiscovery } from './plain-discovery.ts';
import { policiesUnchunked } from './policies-unchunked.ts';
import { requestContentType } from './request-content-type.ts';
import { sameHost } from './same-host.ts';
import { secureRedirect } from './secure-redirect.ts';
import { successStatus } from './success-status.ts';
import { tlsCertificate } from './tls-certificate.ts';
import { tlsDates } from './tls-dates.ts';
import { tlsIntermediates } from './tls-intermediates.ts';
import { tlsName } from './tls-name.ts';
import { tlsVersion } from './tls-version.ts';

/** How messages travel: HTTP and TLS. */
export const transportChecks: readonly Check[] = [
  hostAnswer,
  tlsVersion,
  commonTlsVersion,
  oldTlsVersions,
  tlsCertificate,
  tlsIntermediates,
  tlsDates,
  tlsName,
  clientCertificate,
  httpsEndpoints,
  sameHost,
  secureRedirect,
  plainDiscovery,
  discoverUnchunked,
  policiesUnchunked,
  enrollmentUnchunked,
  contentLength,
  announcedLength,
  contentType,
  successStatus,
  contentCoding,
  byteOrderMark,
  encoding,
  charset,
  requestContentType,
  expectContinue,
  olderHttp,
  keptConnection,
  otherMediaTypes,
];
