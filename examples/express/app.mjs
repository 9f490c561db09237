// Stands in for the vendor's server: its routes answer as the reference server does, but for one rule where `defect` names it.
import express from 'express';
import { referenceServer } from 'mde-conformance';

export function createApp(defect) {
  const server = referenceServer({ origin: 'https://mdm.example', defect });
  const app = express();
  app.use(express.raw({ type: () => true, limit: '4mb' }));
  app.use(async (request, response) => {
    const address = new URL(request.originalUrl, server.origin);
    const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? request.body : undefined;
    const answer = await server.fetch(new Request(address, { method: request.method, headers: request.headers, body }));
    response.status(answer.status).set(Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return { app, url: server.url, user: server.user };
}
