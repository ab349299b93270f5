import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Request, type RequestHandler, Router, static as staticFiles } from 'express';
import { config } from '../config';
import { projectRoot } from '../platform/projectRoot';

/** The web client as the build left it; while none is built, a plain page that says where the API is. */
export function pageRoutes(folder = path.join(projectRoot, 'dist/client')): Router {
  const router = Router();
  const index = path.join(folder, 'index.html');
  router.get('/demo-logins.json', (_request, response) => {
    response.json(config.demoLogins);
  });
  if (existsSync(index)) {
    // Their names change with their content.
    router.use('/assets', (_request, response, next) => {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      next();
    });
    router.use(compressedFiles(folder));
    router.use(staticFiles(folder, { index: false, cacheControl: false }));
    router.get('/assets/{*path}', (_request, response) => {
      response.status(404).setHeader('cache-control', 'no-store').type('text').send('There is no such file.');
    });
    // No pattern for the path: one would refuse an address that is no valid text, and the client says that best.
    router.use((request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      response.vary('accept');
      if (request.path !== '/' && !isForPage(request)) return next();
      response.sendFile(index, { headers: { 'cache-control': 'no-cache' } });
    });
  } else {
    router.get('/', (_request, response) => {
      response.type('html').send(PLAIN_PAGE);
    });
  }
  return router;
}

/** Addresses that letters and text messages lead to. */
const IN_LETTERS = /^\/(?:(?:v|cards|leads|campaigns)\/[^/]+|me|reset-password|confirm|join)$/;

/**
 * Every address may be one of the client's own. Browsers name HTML; what makes the preview of a link takes anything, and
 * so may who looks for a file. A program that would rather have JSON is told 404.
 */
function isForPage(request: Request): boolean {
  const { accept = '' } = request.headers;
  // A link in a letter is looked at by whatever reads mail; its token has a dot, and looking changes nothing.
  if (IN_LETTERS.test(request.path)) return accept.trim() === '' || request.accepts(['html', 'json']) === 'html';
  // Who does not say what it takes is a program that calls a door which is not there.
  if (accept.trim() === '') return false;
  if (accept.includes('text/html')) return true;
  return !/\.[^/]*$/.test(request.path) && request.accepts(['html', 'json']) === 'html';
}

/** Sends the Brotli copy that the build made of a file, to browsers that take it. */
function compressedFiles(folder: string): RequestHandler {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => `/${name.replaceAll('\\', '/')}`,
  );
  const copies = new Set(names.filter((name) => name.endsWith('.br')));
  return (request, response, next) => {
    const copy = `${request.path}.br`;
    if (request.method !== 'GET' || !copies.has(copy) || !request.acceptsEncodings('br')) return next();
    response.vary('accept-encoding');
    response.type(path.extname(request.path));
    response.setHeader('content-encoding', 'br');
    response.sendFile(copy.slice(1), { root: folder, cacheControl: false });
  };
}

const PLAIN_PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Leadbourse</title></head>
  <body>
    <main>
      <h1>Leadbourse</h1>
      <p>A market for leads: agencies list people who really asked, businesses buy them by niche and region.</p>
      <p>The API is at <a href="/graphql">/graphql</a>: opened in a browser, it shows its schema and lets you try it.</p>
    </main>
  </body>
</html>
`;
