import path from 'node:path';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? 4000}`;

/** Texts with elements within them, and the parser that they need, are for few pages. */
const FRAME =
  /node_modules[\\/](react|react-dom|scheduler|react-router|@apollo|rxjs|tslib|optimism|@wry|graphql|graphql-ws|i18next|react-i18next|@floating-ui)[\\/](?!.*[\\/]Trans(WithoutContext)?\.js$)/;

const ELEMENTS = /node_modules[\\/]@mantine[\\/]/;

export default defineConfig({
  root: import.meta.dirname,
  // React's own JSX is compiled by vite itself; a plugin would only add hot reloading.
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: path.resolve(import.meta.dirname, '../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // The service is delivered by ourselves, so old maps of the code are not needed by its users.
    sourcemap: false,
    // Of each later page the names of all its files would stand in the first one: 3 kB of names that do not compress.
    modulePreload: { resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []) },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What every page needs, and the elements that most of them have, as a file each: small files compress worse, and
        // these seldom change. What fewer share comes with the pages that have it.
        codeSplitting: {
          groups: [
            { name: 'frame', test: FRAME },
            { name: 'elements', test: ELEMENTS, minShareCount: 48 },
          ],
        },
      },
      // Marks for servers that render pages; ours does not.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/api': { target: server },
      '^/f/': { target: server },
      '/stand-in': { target: server },
      '/demo-logins.json': { target: server },
    },
  },
});
