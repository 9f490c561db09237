import { departureText } from '../../harness/app/explained/departure-text.ts';
import { explainCheck } from '../../harness/app/explained/explain-check.ts';
import type { ExplainedCheck } from '../../harness/app/explained/explain-check.ts';
import type { Check } from '../../harness/engine/rule/check.ts';
import { departuresOf } from '../../harness/engine/rule/counterexample.ts';
import { codes } from '../../harness/protocol/codes/table.ts';
import { formatHresult } from '../../harness/protocol/faults/hresult.ts';
import { count } from '../../reports/text/units.ts';
import { code, commands, link, list, page, section, text } from './markdown.ts';
import type { Proof } from './proofs.ts';

/** The sections of the page of each check, in their order. */
export const checkSections = [
  'What a device does',
  'What to change',
  'Source',
  'What is judged',
  'Counterexamples',
  'Proof',
  'Repeat',
  'Waive',
] as const;

/** The page of a check: what `explain` says of it, and the proofs that it fails and passes where it should. */
export function checkPage(check: Check, proof: Proof): string {
  const explained = explainCheck(check);
  const { id, title, marks, since, device, seen, remedy, judges, applies } = explained;
  const [phase = ''] = id.split('/');
  const contents: Readonly<Record<(typeof checkSections)[number], readonly string[]>> = {
    'What a device does': [
      `${withCodes(device)}.`,
      seen === undefined ? '' : `Seen on Windows: ${text(seen)}.`,
      check.contrived ? 'Windows with its usual offers never sends what this check judges.' : '',
    ],
    'What to change': [text(remedy)],
    Source: sources(explained),
    'What is judged': [text(judges), applies === undefined ? '' : `The check applies when ${text(applies)}.`],
    Counterexamples: counterexamples(check, proof),
    Proof: proofs(proof),
    Repeat: [
      'Judge this check alone, at your server and in a recording, and see a server that fails it:',
      commands([
        `npx mde-conformance run target.yaml --check ${id}`,
        `npx mde-conformance audit session.har --check ${id}`,
        `npx mde-conformance serve --defect ${id}:0`,
      ]),
    ],
    Waive: [
      `Accept the failure until a day, with a reason and an owner ([how waivers work](/docs/waivers)):`,
      commands([
        `npx mde-conformance waive conformance-report --check ${id} --reason "fix in review" \\`,
        '  --owner "A. Owner" --expires 2026-12-31 --waivers waivers.yaml',
      ]),
    ],
  };
  return page(`${title} (${id})`, remedy, [
    `# ${text(title)}`,
    `${code(id)} · ${marks} · since ${since} · phase ${link(phase, `checks/${phase}/`)}`,
    ...checkSections.map((heading) => section(heading, contents[heading])),
  ]);
}

function sources({ why, rows }: ExplainedCheck): readonly string[] {
  return [
    text(why),
    list(
      rows.map(
        ({ id, rule, source, binds }) =>
          `${link(id, `requirements/${id}`)}: ${text(rule)}. ${text(source)}${binds ? ' (binds the server)' : ''}`,
      ),
    ),
  ];
}

function counterexamples({ counterexamples: all }: Check, { own }: Proof): readonly string[] {
  const items = all.map((one, index) => {
    const what = departuresOf(one).map((departure) => departureText(departure, code));
    const others = (own[index]?.fails ?? []).length - 1;
    const also = others > 0 ? ` ${count(others, 'other check')} ${others === 1 ? 'fails' : 'fail'} on it too.` : '';
    return `**${text(one.name)}**: ${what.join('; ')}.${also}`;
  });
  return [
    'The check fails on the reference server with each of these departures, and passes without them.',
    list(items),
  ];
}

/** Counterexamples of other checks that are listed. */
const mostListed = 12;

function proofs({ own, others, passes, advises }: Proof): readonly string[] {
  const beside = [...new Set(own.flatMap(({ fails }) => fails))].length - 1;
  const [first] = own;
  return [
    `The kill matrix has ${count(own.length, 'row')} of this check: it fails on each.${beside === 0 ? ' No other check does.' : ''}`,
    ...(first === undefined || beside === 0 ? [] : [alsoFailing(own)]),
    ...(others.length === 0
      ? []
      : [
          'It also fails on counterexamples of other checks:',
          list([
            ...others
              .slice(0, mostListed)
              .map(({ counterexample, name }) => `${checkLink(counterexample.replace(/:\d+$/u, ''))}: ${text(name)}`),
            ...(others.length > mostListed ? [`${others.length - mostListed} more`] : []),
          ]),
        ]),
    passes.length === 0
      ? 'No server of unlike make meets its condition; the lawful servers on which it passes are counted in `harness/testing/proofs/pass-matrix.json`.'
      : `It passes on these correct servers of unlike make: ${passes.map(({ server }) => text(server.replace(/^[^:]*: /u, 'one that '))).join('; ')}.`,
    ...(advises.length === 0
      ? []
      : [
          'It advises against these lawful servers, with the reason:',
          list(advises.map(({ server, because }) => `${text(server)}: ${text(because)}`)),
        ]),
  ];
}

function alsoFailing(own: Proof['own']): string {
  const self = own[0]?.counterexample.replace(/:\d+$/u, '');
  const ids = [...new Set(own.flatMap(({ fails }) => fails))].filter((id) => id !== self);
  const more = ids.length > mostListed ? ` and ${ids.length - mostListed} more` : '';
  return `On one or more of them also fail: ${ids.slice(0, mostListed).map(checkLink).join(', ')}${more}.`;
}

const known = new Set(codes.map(({ hresult }) => formatHresult(hresult)));

/** With a link to the meaning of each code. */
function withCodes(sentence: string): string {
  return text(sentence).replace(/\b0x[0-9A-F]{8}\b/gu, (hresult) =>
    known.has(hresult) ? link(hresult, `codes#${hresult.toLowerCase()}`) : hresult,
  );
}

function checkLink(id: string): string {
  return link(id, `checks/${id}`);
}
