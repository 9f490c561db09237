import type { Exchange } from '../../wire/exchange/exchange.ts';

/**
 * The names of the devices of a run that the server may have enrolled, in the order of their numbers: it granted their request for a
 * certificate, or the run ended before it answered. A device that a request gives another name is not among them.
 */
export function enrolledDevices(exchanges: readonly Exchange[], runId: string): readonly string[] {
  const name = new RegExp(`mde-conformance-${runId}-(\\d+)`);
  const numbers = exchanges.flatMap(({ request, answer }) => {
    const body = Buffer.from(request.body).toString('utf8');
    if (!body.includes('RequestSecurityToken') || isRefused(answer.response?.status)) return [];
    const [, number] = name.exec(body) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].sort((one, other) => one - other).map((number) => `mde-conformance-${runId}-${number}`);
}

function isRefused(status: number | undefined): boolean {
  return status !== undefined && (status < 200 || status > 299);
}
