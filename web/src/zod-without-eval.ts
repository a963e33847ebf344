// Zod asks the browser whether it may compile parsers from text. Our CSP says no, and reports the question as an attack.
// Set before any schema is loaded: zod reads this object when it starts.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
