const GUIDE = "/redoc";
/** Where the part of the guide begins that a reader needs, but not to try a request. */
const FURTHER = "## Money";

const answer = await fetch("/openapi.json");
const spec = await answer.json();
const [needed] = spec.info.description.split(FURTHER);
const used = new Set(spec["x-tagGroups"].flatMap(({ tags }) => tags));
delete spec.info.contact;
spec.tags = spec.tags.filter(({ name }) => used.has(name));
spec.info.description = `${needed}Money, lists, idempotency, errors and rate limits: [read the guide](${GUIDE}).`;

// Here a request is proven by what is typed under "Authorize"; no page can put a value into an HttpOnly cookie.
const BY_COOKIE = ["session", "csrf"];
for (const name of BY_COOKIE) delete spec.components.securitySchemes[name];
for (const operation of Object.values(spec.paths).flatMap((item) => Object.values(item))) {
  operation.security = operation.security.filter((way) => !BY_COOKIE.some((name) => name in way));
}

// The key typed under "Authorize" stays in this tab: nothing is kept in the browser.
globalThis.SwaggerUIBundle({
  spec,
  dom_id: "#api",
  layout: "BaseLayout",
  deepLinking: true,
  // With every group open, a link to one operation lands beside it: those out of sight are drawn later.
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  // No badge of a foreign validator.
  validatorUrl: null,
  syntaxHighlight: { theme: "agate" },
});
