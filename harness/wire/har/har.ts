export type { Har } from './har-format.ts';
export { readHar, readRedactedHar } from './read-har.ts';
export { storedExchanges } from './stored-exchanges.ts';
export { UnreadableSession } from './unreadable-session.ts';
export { harPieces, serialiseHar, writeHar, type Recording } from './write-har.ts';
export type { WrittenHar } from './written-har.ts';
