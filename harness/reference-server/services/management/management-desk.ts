import type { ManagementBehaviour } from '../../../engine/rule/management-behaviour.ts';
import type { Request, Status } from '../../../protocol/syncml/message.ts';
import type { Desk } from '../envelope.ts';
import type { IssuedCertificates } from '../issued-certificates.ts';

/** What a management server is made from. */
export interface ManagementDesk extends Pick<Desk, 'now' | 'identifiers'> {
  readonly issued: IssuedCertificates;
  readonly behaviour: ManagementBehaviour;
  /** The address of the server, as the provisioning document names it. */
  readonly address: () => string;
  /** What it sends first in each session, instead of a Get of three values of DevDetail. */
  readonly commands?: readonly Omit<Request, 'id'>[];
}

/** A command without its number. */
export type Unnumbered =
  | Omit<Status, 'id'>
  | Omit<Request, 'id'>
  | { readonly name: 'Atomic' | 'Sequence'; readonly commands: readonly Unnumbered[] };
