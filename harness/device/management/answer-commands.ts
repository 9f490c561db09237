import type { Item, Results, Status } from '../../protocol/syncml/message.ts';
import type { ReadCommand, ReadItem } from '../../protocol/syncml/read-message.ts';
import type { DeviceTree } from './device-tree.ts';

/** The message that is answered, and the device that does so. */
export interface Commanded {
  readonly tree: DeviceTree;
  /** The values that came in pieces and are not complete, by the address that they are for. */
  readonly pieces: Map<string, string>;
  readonly messageRef: string;
}

/** What a device says to the commands of one message. */
export interface Answered {
  readonly answers: readonly Answering[];
  /** A command ended the enrollment: the device sends nothing more in this session (Learn, Disconnecting from the management server). */
  readonly isUnenrolled: boolean;
}

type Answering = Omit<Status, 'id'> | Omit<Results, 'id'>;

interface Work extends Commanded {
  isUnenrolled: boolean;
}

const unenroll = '/Unenroll';
const [done, buffered, badRequest, missing, notAllowed, exists, failed, atomicFailed, rolledBack] = [
  '200',
  '213',
  '400',
  '404',
  '405',
  '418',
  '500',
  '507',
  '216',
];

/**
 * Does what the commands of the server ask, in their order, and says how each ended: one Status for a command, or one for each of its
 * items, each with the value that a Get brought (MS-MDM 2.2.6.1, 2.2.7). Status and Results of the server get none.
 */
export function answerCommands(commands: readonly ReadCommand[], commanded: Commanded): Answered {
  const work: Work = { ...commanded, isUnenrolled: false };
  const answers: Answering[] = [];
  for (const command of commands) {
    if (work.isUnenrolled) break;
    answers.push(...answer(command, work));
  }
  return { answers, isUnenrolled: work.isUnenrolled };
}

function answer(command: ReadCommand, work: Work): readonly Answering[] {
  switch (command.name) {
    case 'Status':
    case 'Results':
      return [];
    case 'Atomic':
      return atomic(command, work);
    case 'Sequence':
      return [status(command, done, work), ...command.commands.flatMap((inner) => answer(inner, work))];
    case 'Alert':
      return [status(command, done, work)];
    default:
      return request(command, work);
  }
}

/** All or nothing; Windows takes neither a Get nor another Atomic in it (Learn, OMA DM protocol support). */
function atomic(command: ReadCommand, work: Work): readonly Answering[] {
  const undo = work.tree.keep();
  const answers = command.commands.map((inner) =>
    inner.name === 'Get' || inner.name === 'Atomic' ? [status(inner, failed, work)] : answer(inner, work),
  );
  const hasFailed = answers.flat().some((one) => 'code' in one && one.code !== done);
  if (!hasFailed) return [status(command, done, work), ...answers.flat()];
  undo();
  const told = answers.flat().map((one) => ('code' in one && one.code === done ? { ...one, code: rolledBack } : one));
  return [status(command, atomicFailed, work), ...told];
}

function request(command: ReadCommand, work: Work): readonly Answering[] {
  if (command.id === undefined || command.items.length === 0) return [status(command, badRequest, work)];
  const ends = command.items.map((item) => ({ item, ...perform(command.name, item, work) }));
  const values = ends.flatMap(({ result }) => result ?? []);
  const [only, ...others] = ends;
  const isOne = others.every(({ code }) => code === only?.code);
  const statuses = isOne
    ? [status(command, only?.code ?? badRequest, work)]
    : ends.map(({ item, code }) => ({ ...status(command, code, work), targetRef: item.target ?? '' }));
  if (values.length === 0) return work.isUnenrolled ? [] : statuses;
  const { messageRef } = work;
  return [...statuses, { name: 'Results', messageRef, commandRef: command.id, items: values }];
}

interface End {
  readonly code: string;
  readonly result?: Item;
}

/** A value that comes in pieces is kept until its last one (Learn, Large object handling). */
function perform(name: string, item: ReadItem, work: Work): End {
  const { target = '', data = '' } = item;
  const { pieces } = work;
  const value = `${pieces.get(target) ?? ''}${data}`;
  if (item.hasMore) pieces.set(target, value);
  else pieces.delete(target);
  return item.hasMore ? { code: buffered } : performWhole(name, { ...item, data: value }, work);
}

function performWhole(name: string, { target = '', data = '', format = 'chr' }: ReadItem, work: Work): End {
  const { tree } = work;
  const node = tree.get(target);
  switch (name) {
    case 'Get':
      if (!node) return { code: missing };
      // Windows leaves out the format of texts and numbers.
      return {
        code: done,
        result: {
          source: target,
          ...(node.format === 'chr' || node.format === 'int' ? {} : { meta: { Format: node.format } }),
          data: node.value,
        },
      };
    case 'Add':
      if (node) return { code: exists };
      tree.set(target, { format, value: data, canReplace: true });
      return { code: done };
    case 'Replace':
      if (node && node.canReplace !== true) return { code: notAllowed };
      tree.set(target, { format: node?.format ?? format, value: data, canReplace: true });
      return { code: done };
    case 'Delete':
      return { code: tree.remove(target) ? done : missing };
    case 'Exec':
      if (!tree.canExecute(target)) return { code: missing };
      work.isUnenrolled ||= target.endsWith(unenroll);
      return { code: done };
    default:
      return { code: badRequest };
  }
}

function status({ id = '', name }: ReadCommand, code: string, { messageRef }: Work): Omit<Status, 'id'> {
  return { name: 'Status', messageRef, commandRef: id, command: name, code };
}
