// The key typed under "Authorize" stays in this tab: nothing is kept in the browser.
globalThis.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  layout: "BaseLayout",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  tryItOutEnabled: false,
  // No badge of a foreign validator.
  validatorUrl: null,
  syntaxHighlight: { theme: "agate" },
});
