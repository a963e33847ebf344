const sans = "system-ui, -apple-system, 'Segoe UI', sans-serif";

globalThis.Redoc.init(
  "/openapi.json",
  {
    hideDownloadButton: false,
    expandResponses: "200,201",
    requiredPropsFirst: true,
    sortTagsAlphabetically: false,
    hideHostname: true,
    theme: {
      spacing: { sectionVertical: 20 },
      colors: { primary: { main: "#3b46c4" }, text: { primary: "#2a2520" } },
      sidebar: { backgroundColor: "#fbf8f3", textColor: "#2a2520" },
      rightPanel: { backgroundColor: "#262a4f" },
      typography: {
        fontFamily: sans,
        headings: { fontFamily: sans },
        code: { fontFamily: "ui-monospace, monospace", color: "#3b46c4" },
      },
    },
  },
  document.getElementById("api"),
);
