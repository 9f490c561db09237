import { deviceSteps } from '../../../protocol/deep-link/device-steps.ts';
import type { LinkEffect } from '../../../protocol/deep-link/link-defect.ts';
import { linkModes, linkParameters } from '../../../protocol/deep-link/parameters.ts';
import type { DeepLink, ReadParameter } from '../../../protocol/deep-link/read-deep-link.ts';
import { shownValue } from '../../../protocol/deep-link/shown-value.ts';
import { oneLine } from '../../../../reports/text/printable.ts';

/** What a device does with a link, parameter by parameter, and what is wrong with it. The first line is the answer. Shows no access token. */
export function linkText(link: DeepLink): string {
  return [
    `A deep link that ${startOf(link)}`,
    ...link.parameters.flatMap(parameterLines),
    ...deviceSteps(link).map(({ says, source }, index) => row(index === 0 ? 'A device' : '', cited(says, source))),
    ...link.defects.flatMap(({ says, remedy, effect }) => [
      row('Wrong', `${oneLine(says)}. ${effectText(effect)}`),
      row('', `${remedy}.`),
    ]),
    ...(link.defects.length === 0 ? [row('Wrong', 'nothing that shows in the link')] : []),
    ...(isMaybeCut(link) ? ['Note: put a link with "&" in quotes, because a shell ends a command there'] : []),
    '',
  ].join('\n');
}

/** The same for programs. */
export function linkDocument(link: DeepLink): object {
  const { mode, parameters, defects } = link;
  return {
    ...(mode === undefined ? {} : { mode }),
    parameters: parameters.map(({ parameter: { name, since, readBy, sources }, value }) => ({
      name,
      ...(value === undefined ? { secret: true } : { value: shownValue(value) }),
      since: `Windows 10 ${since}`,
      readBy,
      sources,
    })),
    does: deviceSteps(link),
    defects,
  };
}

function startOf({ mode }: DeepLink): string {
  return mode === undefined
    ? 'has no right mode'
    : `${linkModes[mode].starts} (Windows 10 ${linkModes[mode].since} or later)`;
}

function parameterLines({ parameter, value }: ReadParameter): readonly string[] {
  const { name, meaning, since, readBy, sources } = parameter;
  const shown = value === undefined ? '(an access token, not shown)' : oneLine(shownValue(value));
  const reader = readBy === 'server' ? '; Windows does not interpret it' : '';
  return [
    `  ${name.padEnd(width)} ${shown}`,
    `  ${''.padEnd(width)} ${meaning}${reader}; since Windows 10 ${since} (${sources.join('; ')})`,
  ];
}

const width = Math.max(...linkParameters.map(({ name }) => name.length));

function row(label: string, text: string): string {
  return `  ${label.padEnd(width)} ${text}`;
}

function cited(says: string, source: string | undefined): string {
  return `${oneLine(says)}${source === undefined ? '' : ` (${source})`}.`;
}

function effectText(effect: LinkEffect): string {
  return effect.known ? `A device: ${effect.says} (${effect.source}).` : 'What a device does is not known.';
}

/** A shell passes on what stands before the first `&` only. */
function isMaybeCut({ parameters, defects }: DeepLink): boolean {
  return parameters.length === 1 && defects.length === 0;
}
