import { certificateServers } from './certificates.ts';
import { entraServers } from './entra.ts';
import type { LawfulServer } from './lawful-server.ts';
import { discoveryServers } from './discovery.ts';
import { documentServers } from './documents.ts';
import { envelopeServers } from './envelope.ts';
import { managementServers } from './management.ts';
import { makes } from './makes.ts';
import { makesInOtherWays } from './makes-in-other-ways.ts';
import { enrollmentServers } from './enrollment.ts';
import { pollingServers } from './polling.ts';
import { provisioningServers } from './provisioning.ts';
import { faultServers } from './faults.ts';
import { renewalServers } from './renewal.ts';
import { policyServers } from './policies.ts';
import { requestServers } from './requests.ts';
import { tokenServers } from './tokens.ts';
import { signatureServers } from './signatures.ts';
import { signInServers } from './sign-in.ts';
import { transportServers } from './transport.ts';
import { windows11Servers } from './windows-11.ts';
import { writingServers } from './writing.ts';

/** By what is different about them. Each group is the name of the file that makes it. */
export const lawfulServers: Readonly<Record<string, readonly LawfulServer[]>> = {
  writing: writingServers,
  transport: transportServers,
  requests: requestServers,
  envelope: envelopeServers,
  discovery: discoveryServers,
  policies: policyServers,
  enrollment: enrollmentServers,
  provisioning: provisioningServers,
  documents: documentServers,
  polling: pollingServers,
  certificates: certificateServers,
  faults: faultServers,
  renewal: renewalServers,
  tokens: tokenServers,
  'windows-11': windows11Servers,
  'sign-in': signInServers,
  entra: entraServers,
  signatures: signatureServers,
  management: managementServers,
  makes,
  'makes-in-other-ways': makesInOtherWays,
};
