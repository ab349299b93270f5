const { AsyncLocalStorage } = require('node:async_hooks');
const { ModuleMocker } = require('jest-mock');

/**
 * What our modules keep along asynchronous work is made anew with each file. Each such store costs every promise of the
 * process until it is disabled: those of the files before would make each file slower than the last.
 */
const stores = new Set();
for (const way of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[way];
  AsyncLocalStorage.prototype[way] = function (...args) {
    stores.add(this);
    return original.apply(this, args);
  };
}

/**
 * Test files run in the realm of their worker, not in one of their own, so that they can share the packages that
 * sharedPackages.cjs loads. What a file leaves behind (globals, environment variables, spies) is taken back after it.
 * There are no fake timers: the market has a clock of its own.
 */
module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;

  #globals = Object.getOwnPropertyDescriptors(globalThis);
  #variables = { ...process.env };
  #exit = process.exit;

  async setup() {
    Error.stackTraceLimit = 100;
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    for (const key of Reflect.ownKeys(globalThis)) {
      if (!(key in this.#globals)) Reflect.deleteProperty(globalThis, key);
    }
    for (const key of Reflect.ownKeys(this.#globals)) {
      const before = this.#globals[key];
      const now = Object.getOwnPropertyDescriptor(globalThis, key);
      if (now?.value !== before.value || now?.get !== before.get) Reflect.defineProperty(globalThis, key, before);
    }
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    process.exit = this.#exit;
    for (const store of stores) store.disable();
    stores.clear();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
};
