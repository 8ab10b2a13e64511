// The gateway of the first run: it keeps texts, shows them, and reports what became of them, as a real one would.
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import { openDevelopmentGateway, type DevelopmentGateway } from '../../src/messaging/development-gateway';
import type { Mailbox } from '../../src/messaging/mailbox';
import { mailboxRouter } from '../../src/messaging/mailbox-pages';
import { referenceOf } from '../../src/messaging/reference';
import { findText, sendText } from '../../src/messaging/sms-gateway';
import { portOf } from '../../src/platform/listen';
import { isSigned, webhookSecret } from '../../src/platform/webhook-signature';
import { eventually } from '../setup/eventually';

let folder: string;
let gateway: DevelopmentGateway;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-test-'));
  gateway = await openDevelopmentGateway(folder);
});
afterEach(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = (to = '+12065550147', key = 'k1') => ({ to, text: 'A meeting & <more>.', reference: referenceOf(key) });

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}

test('a text is kept once under its reference, is found by it, and is there after a restart', async () => {
  expect(await sendText(text(), gateway)).toMatchObject({ accepted: true });
  expect(await sendText(text(), gateway)).toMatchObject({ accepted: true });
  expect(gateway.list()).toMatchObject([text()]);
  expect(await findText(text().reference, gateway)).toMatchObject({ accepted: true });
  expect(await findText(referenceOf('k2'), gateway)).toBeNull();
  await gateway.close();
  gateway = await openDevelopmentGateway(folder);
  expect(gateway.list()).toMatchObject([text()]);
  const [file] = readdirSync(join(folder, 'texts'));
  expect(statSync(join(folder, 'texts', file!)).mode & 0o077).toBe(0);
});

test('who has not the key gets nothing', async () => {
  await expect(sendText(text(), { ...gateway, key: 'guessed' })).rejects.toThrow('gateway: 401');
  expect(gateway.list()).toEqual([]);
});

test('a number that ends in 0404 is refused, and a text that is none', async () => {
  expect(await sendText(text('+12065550404'), gateway)).toEqual({
    accepted: false,
    permanent: true,
    response: '422 no-such-number',
  });
  expect(await sendText({ ...text(), text: '' }, gateway)).toMatchObject({ permanent: true });
  expect(gateway.list()).toEqual([]);
});

test('what became of a text is reported with a signature, again when nobody took the report', async () => {
  const reports: unknown[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const header = (name: string): string => String(request.headers[name]);
      const parts = { id: header('webhook-id'), timestamp: header('webhook-timestamp'), body };
      const genuine = isSigned(webhookSecret(gateway.secret), parts, header('webhook-signature'), Date.now());
      const { at: _at, ...report } = JSON.parse(body.toString()) as { at: string };
      reports.push({ ...report, genuine });
      response.writeHead(reports.length === 1 ? 503 : 202).end();
    });
  });
  try {
    gateway.reportTo(await listening(server));
    await sendText(text(), gateway);
    await eventually('two reports', () => (reports.length === 2 ? true : undefined));
    await sendText(text('+12065550405', 'k2'), gateway);
    await eventually('a third', () => (reports.length === 3 ? true : undefined));
    const delivered = { reference: text().reference, status: 'delivered', genuine: true };
    expect(reports).toEqual([
      delivered,
      delivered,
      { ...delivered, reference: referenceOf('k2'), status: 'undelivered' },
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the mailbox shows texts beside the mails, as text', async () => {
  await sendText(text(), gateway);
  const mailbox = { list: () => [] } as unknown as Mailbox;
  const server = createServer(
    express().use(
      '/mailbox',
      mailboxRouter(mailbox, () => gateway.list()),
    ),
  );
  try {
    const page = await (await fetch(`${await listening(server)}/mailbox/`)).text();
    expect(page).toContain('1 text, newest first');
    expect(page).toContain('A meeting &amp; &lt;more&gt;.');
    expect(page).toContain('+12065550147');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
