// The development mailbox: what is sent to it can be read, survives a restart, and cannot harm who reads it.
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import express from 'express';
import helmet from 'helmet';
import type { Mail } from '../../src/activities/messenger';
import { openMailbox, type Mailbox, type MailSummary } from '../../src/messaging/mailbox';
import { mailboxRouter } from '../../src/messaging/mailbox-pages';
import { sendBySmtp } from '../../src/messaging/smtp';
import { aMeeting, aPerson, composed } from './support/letters';

let dataDir: string;
let mailbox: Mailbox;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mailbox-test-'));
  mailbox = await openMailbox({ dataDir });
});
afterEach(async () => {
  await mailbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = async (mail: Mail = composed()): Promise<void> => {
  const { host, port } = mailbox;
  const from = { name: 'Family Meetings Office', address: 'meetings@agency.example' };
  expect(await sendBySmtp(mail, { host, port, from })).toMatchObject({ accepted: true });
};

const second = composed({ person: aPerson({ id: 'p2', name: 'Viktor', email: 'viktor@mail.example' }) });

test('what was sent is listed, newest first, and can be read', async () => {
  await send();
  await send(second);
  expect(mailbox.list().map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: 'viktor@mail.example', subject: 'A meeting on Tuesday, January 5' },
    { to: 'rosa.vega@mail.example', subject: 'A meeting on Tuesday, January 5' },
  ]);
  const mail = await mailbox.get(mailbox.list()[1]?.id ?? '');
  expect(mail?.text).toContain('Hello Rosa Vega,');
  expect(mail?.calendar).toContain('METHOD:REQUEST');
  expect(mail?.messageId).toBe(composed().messageId);
});

test('many messages at once are all kept, each under its own id', async () => {
  await Promise.all(Array.from({ length: 20 }, () => send()));
  expect(new Set(mailbox.list().map((mail) => mail.id)).size).toBe(20);
  expect(mailbox.list().map((mail) => mail.receivedAt)).toEqual(
    mailbox
      .list()
      .map((mail) => mail.receivedAt)
      .toSorted((a, b) => b - a),
  );
});

test('the mailbox is the same after a restart', async () => {
  await send();
  await send(second);
  const before = mailbox.list();
  await mailbox.close();
  mailbox = await openMailbox({ dataDir });
  expect(mailbox.list()).toEqual(before);
  expect((await mailbox.get(before[0]?.id ?? ''))?.text).toContain('Hello Viktor,');
});

test('letters can be read by their owner on this machine only', async () => {
  await send();
  const folder = join(dataDir, 'mail');
  expect(statSync(folder).mode & 0o077).toBe(0);
  const [file = ''] = readdirSync(folder);
  expect(file).toMatch(/\.eml$/);
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  expect(mailbox.host).toBe('127.0.0.1');
});

test('who subscribed is told of each message once it is stored, until that ends', async () => {
  const told: MailSummary[] = [];
  const end = mailbox.subscribe((mail) => told.push(mail));
  await send();
  end();
  await send(second);
  expect(told.map((mail) => mail.to)).toEqual(['rosa.vega@mail.example']);
});

test('a second mailbox on a port that is taken says so', async () => {
  await expect(openMailbox({ dataDir, port: mailbox.port })).rejects.toThrow('EADDRINUSE');
});

describe('in a browser', () => {
  const serve = async (look: (url: string) => Promise<void>): Promise<void> => {
    const server = express().use(helmet()).use('/mail', mailboxRouter(mailbox)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      await look(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mail`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  };
  /** Without the layout of the source between tags. */
  const text = async (url: string): Promise<string> =>
    (await (await fetch(url)).text()).replace(/>\s+/g, '>').replace(/\s+</g, '<').replaceAll(' />', '>');

  test('the list links to each message, and each shows its text, its calendar and its source', () =>
    serve(async (url) => {
      await send();
      const [mail] = mailbox.list();
      const list = await text(url);
      expect(list).toContain(`<a href="/mail/${mail?.id}">A meeting on Tuesday, January 5</a>`);
      expect(list).toContain('1 message, newest first');
      const page = await text(`${url}/${mail?.id}`);
      expect(page).toContain('When: Tuesday, January 5, 2027, at 10:00 AM (Pacific Time)');
      expect(page).toContain('<th scope="row">LOCATION</th><td>Community Center, Room 4</td>');
      expect(page).toContain('<th scope="row">METHOD</th><td>REQUEST</td>');
      expect(page).toContain(`href="/mail/${mail?.id}/raw"`);
      const raw = await fetch(`${url}/${mail?.id}/raw`);
      expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await raw.text()).toContain('To: rosa.vega@mail.example');
    }));

  test('programs read the list as JSON', () =>
    serve(async (url) => {
      await send();
      const answer = await fetch(`${url}/api.json`);
      expect(await answer.json()).toEqual({ messages: mailbox.list(), texts: [] });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }));

  test('an empty mailbox and a message that does not exist are said in words', () =>
    serve(async (url) => {
      expect(await text(url)).toContain('No messages yet.');
      const missing = await fetch(`${url}/000001700000000-00000000`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('There is no such message');
      expect((await fetch(`${url}/..%2F..%2Fpackage.json`)).status).toBe(404);
    }));

  test('what a message holds is shown and never run, and no page needs a script or an inline style', () =>
    serve(async (url) => {
      const attack = '<script>alert(1)</script><img src=x onerror="alert(2)">';
      const meeting = aMeeting({ place: attack });
      await send({ ...composed({ person: aPerson({ name: attack }), meeting }), subject: attack });
      const [mail] = mailbox.list();
      for (const page of [await text(url), await text(`${url}/${mail?.id}`)]) {
        expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
        expect(page).not.toMatch(/<script|<img|<style|\sstyle=|\son\w+="/i);
        expect(page).toContain('<html lang="en">');
        expect(page.match(/<h1>/g)).toHaveLength(1);
        expect(page).toContain('<link rel="stylesheet" href="/mail/style.css">');
      }
      const style = await fetch(`${url}/style.css`);
      expect(style.headers.get('content-type')).toContain('text/css');
    }));
});
