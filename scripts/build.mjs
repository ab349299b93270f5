/** `npm run build`: packages, generated types, server and client, each only if it is not current. */
import { checkNode, ensureClientBuild, ensurePackages, ensureServerBuild, main } from './prepare.mjs';

await main(async () => {
  checkNode();
  await ensurePackages();
  await ensureServerBuild();
  await ensureClientBuild();
  console.log('build: dist/ is current');
});
