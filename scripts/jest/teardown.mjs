/** Ends what `setup.mjs` began. */
export default async function tearDown() {
  await globalThis[Symbol.for("maillon test run")]?.();
}
