import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Run by second-engine.ts: `node second-engine-process.mjs <libxmljs2> <folder of schemas>`, messages on standard input, verdicts on
// standard output. In a process of its own, because the native engine crashes a worker thread that ends.

const [, , library = '', schemas = ''] = process.argv;
const engine = createRequire(import.meta.url)(library);
const parsed = new Map();

function schemaOf(type) {
  const file = `${schemas}/${type}.xsd`;
  const schema = parsed.get(type) ?? engine.parseXml(readFileSync(file), { baseUrl: file });
  parsed.set(type, schema);
  return schema;
}

function judge({ base64, type }) {
  const document = parse(Buffer.from(base64, 'base64'));
  const errors = document instanceof Error ? [document] : document.errors.filter(({ level }) => level > 1);
  if (errors.length > 0) return { verdict: 'not-well-formed', issues: errors.map(({ message }) => message) };
  const isValid = document.validate(schemaOf(type));
  return { verdict: isValid ? 'valid' : 'invalid', issues: document.validationErrors.map(({ message }) => message) };
}

function parse(bytes) {
  try {
    return engine.parseXml(bytes);
  } catch (error) {
    return error;
  }
}

const { messages } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({ version: engine.libxml_version, opinions: messages.map(judge) }));
