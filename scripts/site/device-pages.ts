import { codeRows, eventHeadline, eventRows, headline } from '../../harness/app/cli/commands/code-text.ts';
import { topicRows } from '../../harness/app/cli/commands/topic-text.ts';
import { events } from '../../harness/protocol/codes/events.ts';
import { codes } from '../../harness/protocol/codes/table.ts';
import { formatHresult } from '../../harness/protocol/faults/hresult.ts';
import { topics } from '../../harness/protocol/topics/table.ts';
import { count } from '../../reports/text/units.ts';
import { loadCatalogue } from '../../suites/requirements/catalogue.ts';
import { link, list, page, table, text } from './markdown.ts';

/** What is known of a device itself, as `explain` says it: a page of codes, one of events, one of topics. By their path below the site. */
export function devicePages(): readonly (readonly [string, string])[] {
  return [
    ['codes.md', codesPage()],
    ['events.md', eventsPage()],
    ['topics.md', topicsPage()],
  ];
}

/** A number may have several meanings, in one section. */
function codesPage(): string {
  const numbers = [...new Set(codes.map(({ hresult }) => hresult))];
  return page('Codes', 'What the codes of Windows mean, who acts and what to do', [
    '# Codes',
    `What ${count(numbers.length, 'code')} mean that Windows shows, who acts and what to do. [How to ask for one by any spelling](/docs/codes)`,
    ...numbers.flatMap((hresult) => [
      `## ${formatHresult(hresult)}`,
      ...codes
        .filter((entry) => entry.hresult === hresult)
        .map((entry) =>
          [`**${text(headline(entry).replace(`${formatHresult(hresult)} `, ''))}**`, rowList(codeRows(entry))].join(
            '\n\n',
          ),
        ),
    ]),
  ]);
}

function eventsPage(): string {
  const logs = [...new Set(events.map(({ log }) => log))];
  return page('Events', 'What the events of the logs of Windows mean', [
    '# Events',
    `What ${count(events.length, 'event')} mean in the logs of a device. [Which log to export](/docs/logs)`,
    ...logs.flatMap((log) => {
      const rows = events.filter((event) => event.log === log);
      return [
        `## ${text(log)}`,
        table(
          ['event', 'result'],
          rows.map((event) => [text(eventHeadline(event)), text(eventRows(event)[0]?.[1] ?? '')]),
        ),
        `Sources: ${text([...new Set(rows.flatMap(({ sources }) => sources))].join('; '))}`,
      ];
    }),
  ]);
}

function topicsPage(): string {
  const ids = new Set(loadCatalogue().map(({ id }) => id));
  const linked = (label: string, line: string): string =>
    label === 'Rows'
      ? line
          .split(', ')
          .map((id) => (ids.has(id) ? link(id, `requirements/${id}`) : text(id)))
          .join(', ')
      : text(line);
  return page('On the device', 'What happens on a device and in no message', [
    '# On the device',
    `${count(topics.length, 'topic')} about what happens on a device and in no message to a server.`,
    ...topics.flatMap((topic) => [
      `## ${topic.name}`,
      `**${text(topic.title)}.** ${topic.says.map(text).join(' ')}`,
      list(topicRows(topic).flatMap(([label, lines]) => lines.map((line) => `${label}: ${linked(label, line)}`))),
    ]),
  ]);
}

function rowList(rows: readonly (readonly [label: string, told: string | undefined])[]): string {
  return list(rows.flatMap(([label, told]) => (told ? [`${label}: ${text(told)}`] : [])));
}
