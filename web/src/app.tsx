import { Router, useIsRouting, useLocation } from "@solidjs/router";
import { createEffect, ErrorBoundary, type ParentProps, Suspense } from "solid-js";
import { FailedPage } from "./failed-page.tsx";
import { keepDocumentLanguage } from "./locale.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { routes } from "./routes.tsx";
import { SessionProvider } from "./session.tsx";
import { keepDocumentTheme } from "./theme.ts";
import { PageSkeleton } from "./ui/page-skeleton.tsx";

/** The whole site: one frame that stays, and the page of the address in it. */
export function App() {
  keepDocumentLanguage();
  keepDocumentTheme();
  return (
    <ErrorBoundary fallback={(thrown) => <FailedPage thrown={thrown} />}>
      <Router root={Root}>{routes()}</Router>
    </ErrorBoundary>
  );
}

function Root(props: ParentProps) {
  keepFocusOnPage();
  return (
    <SessionProvider>
      <OfflineNotice />
      <ErrorBoundary fallback={(thrown, retry) => <FailedPage thrown={thrown} onRetry={retry} />}>
        <Suspense fallback={<PageSkeleton />}>{props.children}</Suspense>
      </ErrorBoundary>
    </SessionProvider>
  );
}

// After a change of page the keyboard and the screen reader start at the page's name, not where the old link was.
function keepFocusOnPage(): void {
  const place = useLocation();
  const isRouting = useIsRouting();
  let shown = place.pathname;
  createEffect(() => {
    if (isRouting() || place.pathname === shown) return;
    shown = place.pathname;
    document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true });
  });
}
