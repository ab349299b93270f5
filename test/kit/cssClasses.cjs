/** A style sheet as the client imports it: its classes by their own names, and none that it does not have. */
module.exports = {
  process(sheet) {
    const classes = [...sheet.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => [name, name]);
    return { code: `module.exports = ${JSON.stringify({ __esModule: true, default: Object.fromEntries(classes) })}` };
  },
};
