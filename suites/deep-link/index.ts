import type { Check } from '../../harness/engine/rule/check.ts';
import { customParameters } from './custom-parameters.ts';
import { markup } from './markup.ts';
import { mode } from './mode.ts';
import { serverAddress } from './server-address.ts';
import { serverAnswer } from './server-answer.ts';
import { unknownParameter } from './unknown-parameter.ts';
import { userName } from './user-name.ts';

/** The links on pages of the target that start the enrollment app. */
export const deepLinkChecks: readonly Check[] = [
  mode,
  markup,
  serverAddress,
  serverAnswer,
  userName,
  customParameters,
  unknownParameter,
];
