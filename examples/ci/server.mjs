// The vendor's server, on Node alone. It answers as the reference server does, but for the `mistakes` of config.json.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { checks, createReferenceServer, departuresOf, poolAuthorityKeys, toFetchHandler } from 'mde-conformance';

const { port, mistakes } = JSON.parse(readFileSync('config.json', 'utf8'));
const password = process.env.MDM_PASSWORD;
if (!password) throw new Error('Set MDM_PASSWORD: the password of the user who may enroll.');
const key = readFileSync('certificates/server.key');
const cert = readFileSync('certificates/server.pem');

const origin = `https://127.0.0.1:${port}`;
const certificateHeader = 'x-client-cert';
const mdm = createReferenceServer({
  origin,
  now: () => new Date(),
  seed: 'vendor',
  users: [{ email: 'user@vendor.example', password }],
  keys: poolAuthorityKeys(), // published keys: for tests alone
  departures: mistakes.flatMap((id) => departuresOf(checks.find((check) => check.id === id).counterexamples[0])),
});
const answerTo = toFetchHandler(mdm, { certificateHeader });

// A device that renews, or holds a session, shows its certificate in the handshake; the server decides what it is good for.
const server = createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, async (request, response) => {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  headers.delete(certificateHeader); // nobody may name a certificate from outside
  const shown = request.socket.getPeerX509Certificate();
  if (shown) headers.set(certificateHeader, encodeURIComponent(shown.toString()));
  const body = request.method === 'POST' ? await buffer(request) : undefined;
  const answer = await answerTo(new Request(`${origin}${request.url}`, { method: request.method, headers, body }));
  response.writeHead(answer.status, [...answer.headers].flat());
  response.end(Buffer.from(await answer.arrayBuffer()));
});

server.listen(port, '127.0.0.1', () => console.log(`The server listens at ${origin}/EnrollmentServer/Discovery.svc`));
