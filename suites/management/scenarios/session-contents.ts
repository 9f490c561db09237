import type { ManageStep } from '../../../harness/device/client/steps.ts';
import type { Unnumbered } from '../../../harness/device/management/unnumbered.ts';
import { alertVariants } from './shared/alert-variants.ts';
import { defineSessionVariants, ofFamily } from './shared/define-session-variants.ts';

const answers: Readonly<Record<string, Partial<ManageStep>>> = {
  'a Status for each item': { answers: (own) => own.flatMap(forEachItem) },
  'the Results twice': { answers: (own) => own.flatMap(twice) },
  'commands that failed': { answers: (own) => own.filter(({ name }) => name !== 'Results').map(failed) },
};

/** What a device tells by itself, and what it says to commands. */
export const sessionContents = defineSessionVariants({
  id: 'session-contents',
  title: 'A device holds sessions with other alerts and other answers',
  variants: [...ofFamily('session-alerts', alertVariants), ...ofFamily('session-answers', answers)],
});

function twice(answer: Unnumbered): readonly Unnumbered[] {
  return answer.name === 'Results' ? [answer, answer] : [answer];
}

function forEachItem(answer: Unnumbered): readonly Unnumbered[] {
  if (answer.name !== 'Status' || answer.command !== 'Get') return [answer];
  return ['./DevDetail/SwV', './DevDetail/LrgObj'].map((targetRef) => ({ ...answer, targetRef }));
}

function failed(answer: Unnumbered): Unnumbered {
  return answer.name === 'Status' && answer.commandRef !== '0' ? { ...answer, code: '404' } : answer;
}
