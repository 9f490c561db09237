import { STATUS_CODES } from 'node:http';
import type { AnswerDeparture, Answering, Behaviour, Departure, OtherHost } from '../../engine/rule/counterexample.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import { VoidEdit } from '../../protocol/xml/edit.ts';
import { XmlSyntaxError } from '../../protocol/xml/tree.ts';
import { editBody, type BodyDeparture } from './body-departures.ts';
import { rawReply } from '../mount/raw-reply.ts';
import { replaceAnswer, type Substitutes } from './replacements.ts';
import { withHeader, withoutHeader, type Reply } from '../mount/reply.ts';

/** A departure changes nothing, so it would prove nothing, and the server does not answer: an internal error. */
export class VoidDeparture extends Error {
  override readonly name = 'VoidDeparture';

  constructor(departure: Departure, why: string, options?: ErrorOptions) {
    super(`the departure ${JSON.stringify(departure)} changes nothing: ${why}`, options);
  }
}

type HeaderDeparture = Extract<AnswerDeparture, { readonly header: string }>;

/** The request that the server answers, as far as a departure can depend on it. */
export interface Asked {
  /** HTTP version, headers and body. */
  readonly text: () => string;
  /** The deviations that the request shows. */
  readonly deviations: () => readonly string[];
}

/** Applies the matching departures to an answer, in order. Throws `VoidDeparture`. */
export type Depart = (reply: Reply, answering: Answering, substitutes: Substitutes, asked: Asked) => Reply;

/**
 * The departures of one server. A departure must change the first answer that it matches. Later answers may lack the
 * part that it edits; they stay as they are.
 */
export function createDeparting(departures: readonly Departure[]): Depart {
  const effective = new Set<Departure>();
  const counts = new Map<Departure, number>();
  const requests = new Map<string, number>();
  const isDue = (departure: AnswerDeparture): boolean => {
    const count = (counts.get(departure) ?? 0) + 1;
    counts.set(departure, count);
    return count % (departure.every ?? 1) === 0;
  };
  return (reply, answering, substitutes, asked) => {
    const kind = answering.replace(/ fault$/, '');
    const nth = (requests.get(kind) ?? 0) + 1;
    requests.set(kind, nth);
    let departed = reply;
    for (const departure of departures) {
      if (!('on' in departure) || departure.on !== answering || !concerns(departure, asked)) continue;
      if ((departure.nth ?? nth) !== nth || !isDue(departure)) continue;
      departed = applyOne(departed, departure, substitutes, effective.has(departure));
      effective.add(departure);
    }
    return departed;
  };
}

function concerns({ asked, matching, deviation }: AnswerDeparture, request: Asked): boolean {
  if (asked !== undefined && !request.text().includes(asked)) return false;
  if (matching !== undefined && !new RegExp(matching).test(request.text())) return false;
  return deviation === undefined || request.deviations().includes(deviation);
}

/** Joins all behaviours among the departures. */
export function behaviourOf(departures: readonly Departure[]): Behaviour {
  return Object.assign(
    {},
    ...departures.map((departure) => ('behaviour' in departure ? departure.behaviour : {})),
  ) as Behaviour;
}

/** The TLS defect of each host. A host has one identity, so the last departure counts. */
export function tlsDefectsOf(departures: readonly Departure[]): ReadonlyMap<OtherHost | 'discovery', TlsDefect> {
  return new Map(
    departures.flatMap((departure) => ('tls' in departure ? [[departure.of ?? 'discovery', departure.tls]] : [])),
  );
}

function applyOne(reply: Reply, departure: AnswerDeparture, substitutes: Substitutes, mayBeVoid: boolean): Reply {
  try {
    const departed = applied(reply, departure, substitutes);
    if (isSame(reply, departed)) throw new VoidDeparture(departure, 'the answer was like that already');
    return departed;
  } catch (error) {
    if (mayBeVoid && error instanceof VoidDeparture) return reply;
    throw error;
  }
}

function applied(reply: Reply, departure: AnswerDeparture, substitutes: Substitutes): Reply {
  if ('connection' in departure) return { ...reply, connection: departure.connection };
  if ('delayMs' in departure) return { ...reply, delayMs: departure.delayMs };
  if ('framing' in departure) return { ...reply, framing: departure.framing };
  if ('status' in departure) return { ...reply, response: withStatus(reply, departure.status) };
  if ('header' in departure) return { ...reply, response: withHeaderOf(reply, departure) };
  if ('answer' in departure)
    return { ...reply, response: replaceAnswer(reply.response, departure.answer, substitutes) };
  return { ...reply, response: edited(reply, departure) };
}

function edited({ response }: Reply, departure: BodyDeparture): Reply['response'] {
  try {
    return editBody(response, departure);
  } catch (error) {
    if (error instanceof VoidEdit || error instanceof XmlSyntaxError)
      throw new VoidDeparture(departure, error.message, { cause: error });
    throw error;
  }
}

function withStatus({ response }: Reply, status: number): Reply['response'] {
  return { ...response, status, statusText: STATUS_CODES[status] ?? '' };
}

function withHeaderOf({ response }: Reply, { header, to, add }: HeaderDeparture): Reply['response'] {
  if (to === undefined) return { ...response, headers: withoutHeader(response.headers, header) };
  if (add === true) return { ...response, headers: [...response.headers, [header, to]] };
  return { ...response, headers: withHeader(response.headers, header, to) };
}

function isSame(a: Reply, b: Reply): boolean {
  const isSentAlike = a.connection === b.connection && a.delayMs === b.delayMs;
  return isSentAlike && Buffer.compare(rawReply(a), rawReply(b)) === 0;
}
