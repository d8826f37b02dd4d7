/**
 * How every TypeScript file is compiled for `npm start` and for the tests; `tsc --build` does the same for
 * production.
 */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  sourceMaps: "inline",
  module: { type: "es6" },
  jsc: {
    target: "es2023",
    keepClassNames: true,
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
