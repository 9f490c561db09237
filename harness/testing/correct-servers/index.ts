import { discoveryServers, envelopeServers, transportServers } from './answers.ts';
import type { CorrectServer } from './correct-server.ts';
import { enrollmentServers, provisioningServers } from './enrollment.ts';
import { faultServers } from './faults.ts';
import { policyServers } from './policies.ts';
import { writingServers } from './writing.ts';

/** By what is different about them. */
export const correctServers: Readonly<Record<string, readonly CorrectServer[]>> = {
  writing: writingServers,
  transport: transportServers,
  envelope: envelopeServers,
  discovery: discoveryServers,
  policies: policyServers,
  enrollment: enrollmentServers,
  provisioning: provisioningServers,
  faults: faultServers,
};
