import type { EventEntry } from './event-entry.ts';
import { enrollmentEvents } from './mdm-events.ts';
import { otherEvents } from './other-events.ts';
import { sessionEvents } from './session-events.ts';

/** Every event that is known; an id may stand in several logs. The log of enrollments comes first. */
export const events: readonly EventEntry[] = [...enrollmentEvents, ...sessionEvents, ...otherEvents];
