import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import supertest from 'supertest';
import { pageRoutes } from '../../server/http/page';

let folder: string;
let http: ReturnType<typeof supertest>;
const SCRIPT = 'console.log("a market for leads");'.repeat(50);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Leadbourse</title>');
  writeFileSync(path.join(folder, 'assets/main-1a2b.js'), SCRIPT);
  writeFileSync(path.join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync(SCRIPT));
  http = supertest(express().use(pageRoutes(folder)));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every address of the client gives its page, which is asked for anew each time', async () => {
  for (const address of ['/', '/market?niche=loans', '/disputes/dispute_1', '/%E0%A4%A']) {
    const { text, headers } = await http.get(address).set('accept', 'text/html,*/*');
    expect(text).toContain('<title>Leadbourse</title>');
    expect(headers['cache-control']).toBe('no-cache');
  }
});

test('a file with its content in its name is kept for ever, and comes compressed to who can read that', async () => {
  const plain = await http.get('/assets/main-1a2b.js').set('accept-encoding', 'identity');
  expect(plain.text).toBe(SCRIPT);
  const { headers } = await http.get('/assets/main-1a2b.js').set('accept-encoding', 'br');
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': expect.stringContaining('immutable'),
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(Number(headers['content-length'])).toBeLessThan(SCRIPT.length / 4);
});

test('who takes anything, as what makes the preview of a link, gets the page at an address without a file ending', async () => {
  for (const address of ['/market', '/disputes/dispute_1?tab=offers']) {
    for (const accept of ['*/*', 'text/*', 'application/xhtml+xml, */*;q=0.8']) {
      const { status, text } = await http.get(address).set('accept', accept);
      expect([status, text]).toEqual([200, expect.stringContaining('<title>Leadbourse</title>')]);
    }
    expect((await http.head(address).set('accept', '*/*')).status).toBe(200);
  }
});

test('a link in a letter gives the page to whatever reads mail: token with a dot, any Accept or none', async () => {
  for (const address of ['/v/dGhlIHNlY3JldA.c2lnbmVk', '/v/dGhlIHNlY3JldA.c2lnbmVk?utm=1', '/cards/card_1', '/me']) {
    for (const accept of ['*/*', '', 'text/html', 'text/*;q=0.5, */*;q=0.1']) {
      const { status, text } = await http.get(address).set('accept', accept);
      expect([status, text]).toEqual([200, expect.stringContaining('<title>Leadbourse</title>')]);
      expect((await http.head(address).set('accept', accept)).status).toBe(200);
    }
    expect((await http.get(address).unset('accept')).status).toBe(200);
    expect((await http.get(address).set('accept', 'application/json')).status).toBe(404);
  }
});

test('a program that asks for JSON or a picture, and who asks for a file that is not there, is told so', async () => {
  for (const accept of ['application/json', 'application/json, text/plain, */*', 'image/png', '']) {
    expect((await http.get('/no/such/door').set('accept', accept)).status).toBe(404);
  }
  for (const file of ['/robots.csv', '/.env', '/no/such/picture.png']) {
    expect((await http.get(file).set('accept', '*/*')).status).toBe(404);
  }
});

test('a file of an earlier build is missing, not the page', async () => {
  const { status, headers } = await http.get('/assets/main-0000.js');
  expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
});

test('a path that leads out of the folder finds nothing', async () => {
  for (const address of ['/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json']) {
    expect((await http.get(address)).text).not.toContain('"leadbourse"');
  }
});
