import { discoveryServers, envelopeServers, transportServers } from './answers.ts';
import type { CorrectServer } from './correct-server.ts';
import { policyServers } from './policies.ts';
import { writingServers } from './writing.ts';

/** By what is different about them. */
export const correctServers: Readonly<Record<string, readonly CorrectServer[]>> = {
  writing: writingServers,
  transport: transportServers,
  envelope: envelopeServers,
  discovery: discoveryServers,
  policies: policyServers,
};
