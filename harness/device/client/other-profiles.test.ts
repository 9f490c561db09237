import { expect, test } from 'vitest';
import { bodyOf, drive } from '../../testing/stub-server.ts';
import { discoverFamily, issueFamily } from '../run/family.ts';
import {
  defaultNamespaces,
  futureWindows,
  legacyDocumentation,
  specificationSample,
  windows81,
} from './other-profiles.ts';
import type { Profile } from './profile.ts';

test('the specification sample pads, orders and comments its Discover', async () => {
  const sent = await discoverOf(specificationSample);
  expect(sent.body).toMatch(
    /<a:To [^>]*>\s+HTTPS:\/\/ENTERPRISEENROLLMENT\.CONTOSO\.EXAMPLE\/ENROLLMENTSERVER\/DISCOVERY\.SVC\s/,
  );
  expect(sent.body).toContain('<a:MessageID>urn:uuid: 748132ec');
  expect(sent.body).toContain('<!-- sample -->');
  expect(sent.body).toMatch(
    /EmailAddress>.*OSEdition>.*RequestVersion>.*DeviceType>.*ApplicationVersion>.*AuthPolicies>/,
  );
});

test('the older documentation is another client with an element that the schema lacks', async () => {
  const sent = await discoverOf(legacyDocumentation);
  expect(sent.headers).toContainEqual(['User-Agent', 'Windows Enrollment Client']);
  expect(sent.body).toContain('<RequestVersion>3.0</RequestVersion><DeviceType>WindowsPhone</DeviceType>');
  expect(sent.body).toContain('<OSVersion>');
});

test('Windows 8.1 says nothing but who its user is', async () => {
  const { body } = await discoverOf(windows81);
  expect(body).toContain('<EmailAddress>user@contoso.example</EmailAddress><RequestVersion i:nil="true"/></request>');
});

test('a certificate request may be in the default namespace, or say what no server knows', async () => {
  const requests = await issuedAs(defaultNamespaces, futureWindows);
  expect(requests[0]).toContain('<RequestSecurityToken><TokenType>');
  expect(requests[0]).toContain('<o:UsernameToken');
  expect(requests[1]).toContain('<ac:ContextItem Name="FutureFlag"><ac:Value>true</ac:Value></ac:ContextItem>');
});

async function discoverOf(profile: Profile) {
  const family = discoverFamily({ id: 'one', title: 'One', variations: [{ variant: 'it', profile }] });
  const [, request] = (await drive({}, { scenarios: [family] })).requestsOf('one');
  return { headers: request?.headers ?? [], body: request ? bodyOf(request) : '' };
}

async function issuedAs(...profiles: readonly Profile[]): Promise<string[]> {
  const variations = profiles.map((profile) => ({ variant: profile.id, profile }));
  const run = await drive({}, { scenarios: [issueFamily({ id: 'one', title: 'One', variations })] });
  return run.requestsOf('one').slice(3, -1).map(bodyOf);
}
