// Stands in for the vendor's server: its routes answer as the reference server does.
import { Hono } from 'hono';
import { referenceServer } from 'mde-conformance';

const server = referenceServer({ origin: 'https://mdm.example' });

export const { user, url } = server;
export const app = new Hono();
app.all('*', (context) => server.fetch(context.req.raw));
