import { testCheckTable } from '../../harness/testing/check-table.ts';
import { envelopeChecks } from './index.ts';
import { messageIdEcho } from './scenarios/message-id-echo.ts';
import { messageStyles } from './scenarios/message-styles.ts';

/** Of what no Windows sends, no code is shown. */
const refused = 'The server answered with a fault (MessageFormat)';
const shown = `${refused}; a device shows 0x80180001`;

testCheckTable(envelopeChecks, {
  'envelope/comments': { scenarios: [messageStyles], fails: [refused, refused, refused] },
  'envelope/message-id-spellings': { scenarios: [messageIdEcho], fails: [refused, refused] },
  'envelope/padding': { scenarios: [messageStyles], fails: [refused, refused, refused] },
  'envelope/prefixes': { scenarios: [messageStyles], fails: [refused, refused, refused, refused] },
  'envelope/to-addresses': { scenarios: [messageStyles], fails: [shown, shown, shown, shown] },
  'envelope/xml-declaration': { scenarios: [messageStyles], fails: [refused, refused, refused] },
});
