import path from 'node:path';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? 4000}`;

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
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Marks for servers that render pages; ours does not.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/api': { target: server },
      '/stand-in': { target: server },
      '/demo-logins.json': { target: server },
    },
  },
});
