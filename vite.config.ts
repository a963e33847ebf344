import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

const workers = `http://127.0.0.1:${process.env.WORKERS_PORT ?? 8787}`;

// The gallery of the design system is for those who build it: ENVIRONMENT=production leaves it out of the bundle.
const hasGallery = process.env.ENVIRONMENT !== "production";

export default defineConfig({
  root: path.join(import.meta.dirname, "web"),
  plugins: [tailwindcss(), solid()],
  define: { "import.meta.env.HAS_GALLERY": JSON.stringify(hasGallery) },
  build: { outDir: path.join(import.meta.dirname, "build/web"), emptyOutDir: true, target: "es2022" },
  server: {
    host: "127.0.0.1",
    strictPort: true,
    // The public pages come from Vite here, without the head that the Worker inserts: it would insert it into the built app.
    proxy: Object.fromEntries(
      [
        "/api",
        "/r/",
        "/dev/",
        "/images/",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemaps/",
        "/health",
        "/readiness",
        "/liveness",
        "/openapi.json",
        "/docs",
        "/redoc",
      ].map((place) => [place, { target: workers, ws: true }]),
    ),
  },
});
