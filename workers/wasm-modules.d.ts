/** A `.wasm` file that is imported is a compiled module, in wrangler's bundle as in tests. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
