import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { levels } from '../../server/modules/levels';
import { projectRoot } from '../../server/platform/projectRoot';

const modulesRoot = path.join(projectRoot, 'server/modules');
const modules = readdirSync(modulesRoot).filter((name) => statSync(path.join(modulesRoot, name)).isDirectory());
const levelOf = (module: string): number => levels.findIndex((level) => level.includes(module));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? sources(full) : entry.name.endsWith('.ts') ? [full] : [];
  });
}

/** What a file imports from our own code, as paths from server/. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((match) =>
    path.relative(path.join(projectRoot, 'server'), path.resolve(path.dirname(file), match[1] ?? match[2]!)),
  );
}

test('every module stands on a level', () => {
  expect(modules.filter((module) => levelOf(module) === -1)).toEqual([]);
  expect(levels.flat().filter((module) => !modules.includes(module))).toEqual([]);
});

test.each(modules)('%s imports only from lower modules, and only through their doors', (module) => {
  const breaches: string[] = [];
  for (const file of sources(path.join(modulesRoot, module))) {
    for (const target of importsOf(file)) {
      const [root, other, ...rest] = target.split(path.sep);
      if (root !== 'modules' || !other || other === module || other === 'events') continue;
      const place = `${path.relative(projectRoot, file)} -> ${target}`;
      if (levelOf(other) === -1 || levelOf(other) >= levelOf(module)) breaches.push(`${place}: not a lower module`);
      else if (rest.length > 0 && rest.join('/') !== 'index') breaches.push(`${place}: not through the door`);
    }
  }
  expect(breaches).toEqual([]);
});

test('the platform knows no business', () => {
  const allowed = new Set(['modules/events']);
  const breaches = sources(path.join(projectRoot, 'server/platform')).flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('modules') && !allowed.has(target))
      .map((target) => `${path.relative(projectRoot, file)} -> ${target}`),
  );
  expect(breaches).toEqual([]);
});

test('only config.ts and the clock read the environment', () => {
  const readers = sources(path.join(projectRoot, 'server'))
    .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    .map((file) => path.relative(projectRoot, file))
    .filter((file) => !file.startsWith('server/platform/databaseServer/'));
  expect(readers.sort()).toEqual(['server/config.ts', 'server/platform/clock.ts']);
});

test('rules are pure: they read no clock, no database and no environment', () => {
  const impure = sources(modulesRoot)
    .filter((file) => path.basename(file) === 'rules.ts')
    .filter((file) =>
      /\bnow\(\)|Date\.now|new Date\(\)|mongoose|process\.|Math\.random|await /.test(readFileSync(file, 'utf8')),
    )
    .map((file) => path.relative(projectRoot, file));
  expect(impure).toEqual([]);
});

test("no verb reads the machine's own clock", () => {
  const readers = sources(modulesRoot)
    .filter((file) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')))
    .map((file) => path.relative(projectRoot, file));
  expect(readers).toEqual([]);
});

test('mongoose models stay inside their module', () => {
  const leaks = modules
    .map((module) => path.join(modulesRoot, module, 'index.ts'))
    .filter(
      (file) =>
        existsSync(file) &&
        /export \{[^}]*\} from '\.\/model'/.test(readFileSync(file, 'utf8').replace(/type \w+,?/g, '')),
    )
    .filter((file) =>
      /export \{\s*[A-Z]/.test(
        /export \{[^}]*\} from '\.\/model'/.exec(readFileSync(file, 'utf8').replace(/type \w+,?/g, ''))?.[0] ?? '',
      ),
    );
  expect(leaks).toEqual([]);
});

test('files are named after what they hold', () => {
  const vague = /^(utils?|helpers?|common|manager|misc|data|info)\.ts$/i;
  expect(sources(path.join(projectRoot, 'server')).filter((file) => vague.test(path.basename(file)))).toEqual([]);
});
