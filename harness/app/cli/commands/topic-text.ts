import type { Topic } from '../../../protocol/topics/topic.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { table } from '../table.ts';

/** The text about one topic: the first line is the answer. Ends with a line break. */
export function topicText(topic: Topic): string {
  const { name, title, says } = topic;
  return [
    `${name}: ${title}.`,
    ...says.map((line) => `  ${line}`),
    ...topicRows(topic).flatMap(([label, lines]) =>
      lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(11)} ${line}`),
    ),
    '',
  ].join('\n');
}

/** What is known of a topic besides what it is, by label. */
export function topicRows({
  server,
  look,
  evidence,
  codes,
  requirements,
}: Topic): readonly (readonly [label: string, lines: readonly string[]])[] {
  return [
    ['Server', [`${server}.`]],
    ['Look at', look],
    ['Evidence', evidence.map(([standing, what]) => `${standing}: ${what}`)],
    ['Codes', codes.length === 0 ? [] : [codes.map(formatHresult).join(', ')]],
    ['Rows', [requirements.join(', ')]],
  ];
}

/** The list of topics, one in a line. Ends with a line break. */
export function topicList(topics: readonly Topic[]): string {
  return `${table(topics.map(({ name, title }) => [name, title]))}\n${topics.length} topics; explain <topic> tells of one, and explain takes codes, events, checks and requirements too\n`;
}
