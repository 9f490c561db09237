// Sends the requests of a recorded run again, over TLS, and makes as many RSA keys: what a run costs without a suite.
import { generateKeyPair } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import { promisify } from 'node:util';

const [harFile, passwordFile, caFile, keys] = process.argv.slice(2);
const [har, password, ca] = await Promise.all([harFile, passwordFile, caFile].map((file) => readFile(file, 'utf8')));

const made = Promise.all(
  Array.from({ length: Number(keys) }, () => promisify(generateKeyPair)('rsa', { modulusLength: 2048 })),
);
for (const { request } of JSON.parse(har).log.entries) await send(request);
await made;

function send({ method, url, headers, postData }) {
  const body = (postData?.text ?? '').replaceAll('redacted-password-1', password);
  const fields = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  return new Promise((resolve, reject) => {
    const sent = { ...fields, ...(body === '' ? {} : { 'Content-Length': Buffer.byteLength(body) }) };
    const request = https.request(url, { method, ca, agent: false, headers: sent }, (response) => {
      response.resume();
      response.on('end', resolve);
    });
    // The requests provoke answers that Node's parser gives up on; they have come all the same.
    request.on('error', (error) => (String(error.code).startsWith('HPE_') ? resolve() : reject(error)));
    request.end(body);
  });
}
