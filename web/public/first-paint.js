// Before the first paint: the chosen theme, language and direction, so that nothing flashes. A file, as the CSP asks.
(() => {
  const root = document.documentElement;
  let theme = null;
  let locale = new URLSearchParams(location.search).get("lang");
  try {
    theme = localStorage.getItem("theme");
    locale ??= localStorage.getItem("locale");
  } catch {
    // Storage may be refused.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (locale === "en" || locale === "ar") root.lang = locale;
  root.dir = root.lang === "ar" ? "rtl" : "ltr";
})();
