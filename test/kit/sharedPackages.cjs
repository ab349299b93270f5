const { sep } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const Runtime = require('jest-runtime').default;

const PACKAGES = `${sep}node_modules${sep}`;

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
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
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
