import { existsSync } from 'node:fs';
import path from 'node:path';
import { Router, static as staticFiles } from 'express';
import { projectRoot } from '../platform/projectRoot';

/** The web client as the build left it; while none is built, a plain page that says where the API is. */
export function pageRoutes(): Router {
  const router = Router();
  const built = path.join(projectRoot, 'dist/client');
  const index = path.join(built, 'index.html');
  if (existsSync(index)) {
    router.use(staticFiles(built, { index: false, maxAge: '1h' }));
    router.get('/{*path}', (_request, response) => {
      response.sendFile(index, { headers: { 'cache-control': 'no-cache' } });
    });
  } else {
    router.get('/', (_request, response) => {
      response.type('html').send(PLAIN_PAGE);
    });
  }
  return router;
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
