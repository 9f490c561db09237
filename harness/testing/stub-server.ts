import { gather } from '../device/run/gather.ts';
import type { GatherOptions } from '../device/run/gather-options.ts';
import type { Recording } from '../device/run/recording.ts';
import type { Answer, HttpRequest } from '../wire/exchange/exchange.ts';
import { scenarios } from '../../suites/scenarios.ts';

/** Where the stub server is. */
export const origin = 'https://EnterpriseEnrollment.contoso.example';
/** The right one. */
export const password = 'correct horse';

/** What the stub server answers, by the element in the Body of the request (`probe` for the GET). */
export interface Answers {
  readonly probe: string | Answer;
  readonly Discover: string | Answer;
  readonly GetPolicies: string | Answer;
  readonly RequestSecurityToken: string | Answer;
}

/** A Discover answer with these fields beside AuthPolicy. */
export const discovered = (fields = ''): string =>
  `<DiscoverResponse><DiscoverResult><AuthPolicy>OnPremise</AuthPolicy>${fields}</DiscoverResult></DiscoverResponse>`;
/** The addresses of both services, one padded. */
export const services =
  '<EnrollmentPolicyServiceUrl> https://mdm.contoso.example/Policy </EnrollmentPolicyServiceUrl>' +
  '<EnrollmentServiceUrl>https://mdm.contoso.example/Enroll?tenant=1&amp;x=2</EnrollmentServiceUrl>';
/** A GetPolicies answer that asks for this key length. */
export const policies = (bits: number): string =>
  `<GetPoliciesResponse><minimalKeyLength>${bits}</minimalKeyLength></GetPoliciesResponse>`;
/** An Issue answer. */
export const issued =
  '<RequestedSecurityToken><BinarySecurityToken>PHdhcC8+</BinarySecurityToken></RequestedSecurityToken>';
/** Nobody listens. */
export const refused: Answer = { kind: 'broken', reason: 'refused', message: 'The connection was refused.' };

/** What a conforming server answers. */
export const valid: Answers = {
  probe: '',
  Discover: discovered(services),
  GetPolicies: policies(2048),
  RequestSecurityToken: issued,
};

/** A whole answer without header fields. */
export function answerWith(body: string, status = 200): Answer {
  const response = {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    headers: [],
    body: new TextEncoder().encode(body),
  };
  return { kind: 'answered', response };
}

/** The message of a request. */
export function bodyOf({ body }: HttpRequest): string {
  return new TextDecoder().decode(body);
}

/** What a request asks for. */
export function askedFor(request: HttpRequest): keyof Answers {
  if (request.method === 'GET') return 'probe';
  return (
    (['Discover', 'GetPolicies', 'RequestSecurityToken'] as const).find((name) =>
      new RegExp(`<(wst:)?${name}[ >]`).test(bodyOf(request)),
    ) ?? 'probe'
  );
}

/** A recording, with short cuts for tests. */
export interface Driven extends Recording {
  /** `scenario/name`, in order. */
  readonly driven: readonly string[];
  requestsOf(scenario: string): HttpRequest[];
}

/** Gathers from a server that refuses a wrong password and otherwise gives these answers. */
export async function drive(answers: Partial<Answers> = {}, options: Partial<GatherOptions> = {}): Promise<Driven> {
  const recording = await gather({
    target: {
      url: `${origin}/EnrollmentServer/Discovery.svc`,
      email: 'user@contoso.example',
      password,
      deviceTrust: [],
      capabilities: [],
    },
    transport: (request) => {
      const asked = askedFor(request);
      const sent = /<wsse:Password[^>]*>(.*?)</.exec(bodyOf(request))?.[1];
      if (sent !== undefined && sent !== password) return Promise.resolve(answerWith('<Fault/>', 500));
      const answer = { ...valid, ...answers }[asked];
      return Promise.resolve(typeof answer === 'string' ? answerWith(answer) : answer);
    },
    scenarios,
    now: () => new Date('2026-01-15T09:30:00.000Z'),
    seed: 'test',
    keys: 'pool',
    ...options,
  });
  return {
    ...recording,
    driven: recording.exchanges.map(({ label }) => `${label?.scenario ?? ''}/${label?.name ?? ''}`),
    requestsOf: (scenario: string) =>
      recording.exchanges.filter(({ label }) => label?.scenario === scenario).map(({ request }) => request),
  };
}
