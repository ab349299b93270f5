const { sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const Runtime = require('jest-runtime').default;

const PACKAGES = `${sep}node_modules${sep}`;

const functions = new Map();

/** A module's code as a function: what it does when called is new each time, its code stays compiled. */
function compiled(source, filename, parameters) {
  const known = functions.get(filename);
  if (known?.source === source) return known.run;
  const run = compileFunction(source, parameters, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  functions.set(filename, { source, run });
  return run;
}

/**
 * Loads a package once for each worker, where jest would load it anew for each test file: packages are most of what a file
 * loads, and what is loaded once stays compiled (docs/decisions/0080-tests.md). Our own modules begin anew with each file.
 * So do packages that jest has to transform, and jest's own; one that a file mocks is mocked for that file alone.
 */
module.exports = class SharedPackages extends Runtime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.untransformed = new RegExp(config.transformIgnorePatterns.join('|'));
    const { executor } = this;
    executor.compile = (source, filename) => compiled(source, filename, executor.injectedModuleParameters);
  }

  requireModule(from, name, options, isActual) {
    const shared = options?.isInternalModule ? null : this.sharedPlaceOf(from, name);
    return shared ? require(shared) : super.requireModule(from, name, options, isActual);
  }

  /** Where the package lies that a module asks for; null for what is not shared. */
  sharedPlaceOf(from, name) {
    if (!name || /^(\.|\/|jest|@jest\/)/.test(name) || this._resolution.isCoreModule(name)) return null;
    const place = this._resolution.resolveCjs(from, name);
    return place.includes(PACKAGES) && this.untransformed.test(place) ? place : null;
  }
};
