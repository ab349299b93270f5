const { relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** What takes long by its nature, the longest first: a browser, processes of its own, a hundred buyers, many rows. */
const LONG = [
  /^browser\/pages\./,
  /^browser\/(trouble|buying|running|upload)\./,
  /^scripts\/(start|demoData)\./,
  /^leads\/intake(Resume|Import|Memory)\./,
  /^races\/(exclusiveLead|disputeAgainstRelease)\./,
  /^accounts\/logInLimits\./,
  /^(browser|races|scripts)\//,
  /^market\//,
];

/**
 * Long files first, so that none runs alone at the end while the other workers rest. Within a kind the order is jest's
 * own: it knows how long each took, but on a fresh machine only how large it is, which tells little here.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const file = relative(`${context.config.rootDir}/test`, path).replaceAll('\\', '/');
      const found = LONG.findIndex((pattern) => pattern.test(file));
      return found === -1 ? LONG.length : found;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
