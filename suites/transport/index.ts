import type { Check } from '../../harness/engine/check.ts';
import { announcedLength } from './announced-length.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { contentCoding } from './content-coding.ts';
import { contentLength } from './content-length.ts';
import { contentType } from './content-type.ts';
import { discoverUnchunked } from './discover-unchunked.ts';
import { encoding } from './encoding.ts';
import { enrollmentUnchunked } from './enrollment-unchunked.ts';
import { expectContinue } from './expect-continue.ts';
import { httpsEndpoints } from './https-endpoints.ts';
import { olderHttp } from './older-http.ts';
import { policiesUnchunked } from './policies-unchunked.ts';
import { requestContentType } from './request-content-type.ts';
import { sameHost } from './same-host.ts';
import { secureRedirect } from './secure-redirect.ts';
import { successStatus } from './success-status.ts';
import { tlsCertificate } from './tls-certificate.ts';
import { tlsIntermediates } from './tls-intermediates.ts';

/** How messages travel: HTTP and TLS. */
export const transportChecks: readonly Check[] = [
  tlsCertificate,
  tlsIntermediates,
  httpsEndpoints,
  sameHost,
  secureRedirect,
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
  requestContentType,
  expectContinue,
  olderHttp,
];
