import { joiningTopics } from './joining.ts';
import { managingTopics } from './managing.ts';
import { refusingTopics } from './refusing.ts';
import { startingTopics } from './starting.ts';
import type { Topic } from './topic.ts';

/** Every topic, in the order in which a device meets it. */
export const topics: readonly Topic[] = [...joiningTopics, ...startingTopics, ...refusingTopics, ...managingTopics];
