import type { RequestEdit } from '../../../harness/device/client/request-edit.ts';
import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

const id = 'kept-connection';
const edits: readonly RequestEdit[] = [{ header: 'Connection', to: 'Keep-Alive' }];

/** MessageIDs of its own for each request, because an answer to another is known by them. */
const asked = (name: string, variant: string, digit: number): MessageOptions & { readonly name: string } => ({
  name,
  variant,
  family: id,
  messageId: `urn:uuid:6f2d8c1a-93b4-4e57-8d0c-2b7e5a90c10${digit}`,
  connection: { kept: id },
  edits,
});

/** As Windows does, whose HTTP library keeps connections; the other scenarios use one for each request. */
export const keptConnection: Scenario = {
  id,
  title: 'A device sends all messages over one connection, and a request without a credential between them',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device(id);
    const discovery = context.discovery();
    const apart = (name: string) => ({ name: `${name}-control-before`, control: true });
    const services = await device.discover(discovery, apart('discover'));
    const policy = services && (await device.getPolicies(services, apart('get-policies')));
    if (!policy || !(await device.issue(services, policy, apart('issue')))) return;
    await device.discover(discovery, asked('discover', 'the first request of a connection', 1));
    await device.getPolicies(services, asked('get-policies', 'GetPolicies over the same connection', 2));
    await device.getPolicies(services, {
      ...asked('get-policies-refused', 'no Security header, over the same connection', 3),
      family: 'kept-connection-refusal',
      deviations: ['security-missing'],
      edits: [...edits, { xml: { op: 'remove', at: '/s:Envelope/s:Header/wsse:Security' } }],
    });
    await device.issue(services, policy, asked('issue', 'RequestSecurityToken behind a refusal', 4));
    await device.discover(discovery, asked('discover-again', 'Discover as the last request of a connection', 5));
    await device.discover(discovery, { name: 'control-after', control: true });
  },
};
