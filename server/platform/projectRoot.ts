import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json: the same whether the code runs from source or from dist/. */
export const projectRoot: string = (() => {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json was not found above the server code');
    folder = parent;
  }
  return folder;
})();
