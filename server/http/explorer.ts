import { getDistDirectory, renderAltair } from 'altair-static';
import { Router, static as staticFiles } from 'express';

/** The explorer's page brings inline script and styles of its own; it is served in development only. */
const CSP =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'";

const FIRST_QUERY = `# Log in with the mutation logIn, then set the header
#   authorization: Bearer <accessToken>
query Market {
  serverTime
}
`;

/** GET /graphql in a browser: the whole schema with its documentation, working without the internet. */
export function explorerRoutes(): Router {
  const router = Router();
  const page = renderAltair({
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    initialQuery: FIRST_QUERY,
  });
  router.use('/explorer', (_request, response, next) => {
    response.setHeader('content-security-policy', CSP);
    next();
  });
  router.use('/explorer', staticFiles(getDistDirectory(), { index: false }));
  router.get('/graphql', (request, response, next) => {
    if (!request.accepts(['json', 'html']) || request.accepts(['json', 'html']) !== 'html') return next();
    response.setHeader('content-security-policy', CSP);
    response.type('html').send(page);
  });
  return router;
}
