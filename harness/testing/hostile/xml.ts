import { trapHost } from './attack-by-answers.ts';
import type { Behaviour, Family, Holds } from './behaviour.ts';
import { answers, edit, into } from './edits.ts';

const wrong: Holds = { exit: 1, fails: ['discovery/answer'] };

/** Discover is answered with what this makes of the right answer. */
const discover = (
  name: string,
  change: (text: string) => string | Uint8Array,
  holds = wrong,
  more: Partial<Behaviour> = {},
): Behaviour => answers(name, edit('discover', change), holds, more);

const trap = `http://${trapHost}`;
const withDoctype =
  (declarations: string, use = '') =>
  (text: string): string =>
    `<!DOCTYPE a ${declarations}>${into('AuthPolicy', use)(text).replace(/^<\?xml[^>]*\?>/, '')}`;
const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const asUtf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace(/^<\?xml[^>]*\?>/, ''), 'utf16le')]);

/** What an answer of a service holds in place of, or beside, what it should. */
export const xml: Family = {
  title: 'XML',
  subject: 'A target whose Discover answer has',
  rows: [
    discover('a document type', withDoctype('[]')),
    discover('entities in entities, a billion in all', withDoctype(`[<!ENTITY l0 "lol">${laughs}]`, '&l9;')),
    discover(
      'one large entity, used ten thousand times',
      withDoctype(`[<!ENTITY l "${'x'.repeat(10_000)}">]`, '&l;'.repeat(10_000)),
    ),
    discover('an entity that is a file', withDoctype('[<!ENTITY f SYSTEM "file:///etc/passwd">]', '&f;')),
    discover('an entity that is an address', withDoctype(`[<!ENTITY f SYSTEM "${trap}/f">]`, '&f;')),
    discover('a parameter entity that is an address', withDoctype(`[<!ENTITY % p SYSTEM "${trap}/p"> %p;]`)),
    discover('an external subset', withDoctype(`SYSTEM "${trap}/a.dtd"`)),
    discover('a document type in UTF-16', (text) => asUtf16(withDoctype('[<!ENTITY l "x">]', '&l;')(text))),
    discover(
      'a style sheet and a schema at an address',
      (text) =>
        text.replace(
          /<s:Envelope/,
          `<?xml-stylesheet href="${trap}/s.xsl"?>$& xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a ${trap}/s.xsd"`,
        ),
      { exit: 3 },
    ),
    discover(
      'an inclusion of a file',
      into(
        'DiscoverResult',
        '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
      ),
      { exit: 1 },
    ),
    discover('elements 5,000 deep', into('AuthPolicy', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)),
    discover('200,000 elements', into('AuthPolicy', '<a/>'.repeat(200_000)), wrong, { cost: 'a second' }),
    discover(
      '20,000 attributes of one element',
      into('AuthPolicy', `<a ${Array.from({ length: 20_000 }, (_, n) => `b${n}=""`).join(' ')}/>`),
      { exit: 1 },
    ),
    discover(
      '20,000 namespaces of one element',
      into('AuthPolicy', `<a ${Array.from({ length: 20_000 }, (_, n) => `xmlns:b${n}="u"`).join(' ')}/>`),
      { exit: 1 },
    ),
    discover(
      'an attribute of 2 MB',
      into('DiscoverResult', `<a b="${'x'.repeat(2_000_000)}"/>`),
      { exit: 1 },
      { cost: 'a second' },
    ),
    discover('a text of 3 MB', into('AuthPolicy', 'x'.repeat(3_000_000)), { exit: 1 }, { cost: 'a second' }),
    discover('3 MB of blanks', into('AuthPolicy', ' '.repeat(3_000_000)), { exit: 1 }, { cost: 'a second' }),
    discover(
      'a comment of 1.5 MB',
      into('DiscoverResult', `<!--${'x'.repeat(1_500_000)}-->`),
      { exit: 3 },
      { cost: 'a second' },
    ),
    discover(
      'a comment of 3 MB',
      into('DiscoverResult', `<!--${'x'.repeat(3_000_000)}-->`),
      { ...wrong, says: 'at most 2097152 are allowed' },
      { cost: 'a second' },
    ),
    discover('1.9 MB of hyphens in a comment without end', (text) => `<!--${'-'.repeat(1_900_000)}${text}`, wrong, {
      cost: 'a second',
    }),
    discover(
      '40,000 processing instructions',
      into('DiscoverResult', '<?a?>'.repeat(40_000)),
      { exit: 3 },
      { cost: 'a second' },
    ),
    discover(
      '90,000 processing instructions',
      into('DiscoverResult', '<?a?>'.repeat(90_000)),
      { ...wrong, says: 'signs "<", as tags have; at most 50000 are allowed' },
      { cost: 'a second' },
    ),
    discover('400,000 references that are none', into('AuthPolicy', '&#0;'.repeat(400_000)), wrong, {
      cost: 'a second',
    }),
    discover('NUL', into('AuthPolicy', '\0')),
    discover('a reference to NUL', into('AuthPolicy', '&#0;')),
    discover('a reference beyond Unicode', into('AuthPolicy', '&#x110000;')),
    discover('an entity that nobody declared', into('AuthPolicy', '&trap;')),
    discover('bytes that are no UTF-8', (text) => Buffer.from(into('AuthPolicy', '\xff\xfe\xc0\x80')(text), 'latin1')),
    discover(
      'an encoding that does not exist',
      (text) => `<?xml version="1.0" encoding="x-trap"?>${text.replace(/^<\?xml[^>]*\?>/, '')}`,
    ),
    discover('UTF-32', (text) => Buffer.from(`\xff\xfe\0\0${text.replace(/./gs, '$&\0\0\0')}`, 'latin1')),
    discover(
      'UTF-7 behind a declaration',
      (text) => `<?xml version="1.0" encoding="UTF-7"?>${text.replace(/^<\?xml[^>]*\?>/, '').replaceAll('<', '+ADw-')}`,
    ),
    discover('an element of an undeclared prefix', into('DiscoverResult', '<trap:a/>')),
    discover('the prefix xml bound to something else', into('DiscoverResult', '<a xmlns:xml="urn:trap"/>')),
    discover('the same attribute twice', into('DiscoverResult', '<a b="1" b="2"/>')),
    discover('a second root', (text) => `${text}${text.replace(/^<\?xml[^>]*\?>/, '')}`),
    discover('an open CDATA section', into('AuthPolicy', '<![CDATA[')),
    discover('no end', (text) => text.slice(0, text.length / 2)),
    discover('every end tag twice', (text) => text.replace(/<\/[^>]+>/g, '$&$&')),
    discover('the Body twice', (text) => text.replace(/<s:Body[\s\S]*<\/s:Body>/, '$&$&'), { exit: 1 }),
    discover(
      'elements named like members of an object',
      into('DiscoverResult', '<__proto__>x</__proto__><constructor/><toString/>'),
      { exit: 1 },
    ),
  ],
};

/** The command `validate` on a file of somebody else. */
export const messages: Family = {
  title: 'Messages in files',
  subject: 'A file for `validate` that is',
  rows: (
    [
      ['empty', () => '', 1],
      ['random bytes', () => Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) & 0xff)), 1],
      ['5 MB of blanks', () => ' '.repeat(5_000_000), 1],
      ['a billion laughs', () => `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l9;</a>`, 1],
      ['one element 300,000 deep', () => '<a>'.repeat(300_000), 1],
      [
        'a provisioning document of 49,000 characteristics',
        () => `<wap-provisioningdoc version="1.1">${'<characteristic type="x"/>'.repeat(49_000)}</wap-provisioningdoc>`,
        0,
      ],
      [
        'a provisioning document of 50,000 characteristics',
        () => `<wap-provisioningdoc version="1.1">${'<characteristic type="x"/>'.repeat(50_000)}</wap-provisioningdoc>`,
        1,
      ],
      [
        'a provisioning document 200 deep',
        () =>
          `<wap-provisioningdoc version="1.1">${'<characteristic type="x">'.repeat(200)}${'</characteristic>'.repeat(200)}</wap-provisioningdoc>`,
        0,
      ],
      [
        'a message that names a schema at an address',
        () => `<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:noNamespaceSchemaLocation="${trap}/s.xsd"/>`,
        2,
      ],
      ['names full of control codes', () => `<wap-provisioningdoc version="1.1"><\u202ea/></wap-provisioningdoc>`, 1],
    ] as const
  ).map(([name, message, exit]): Behaviour => ({
    name,
    attack: { by: 'message', message },
    holds: { exit },
    ...(name === 'a billion laughs' ? { built: true } : {}),
  })),
};
