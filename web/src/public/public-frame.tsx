import { type ParentProps, Show } from "solid-js";
import { homeOf } from "../next-page.ts";
import { useSession } from "../session.tsx";
import { publicTexts } from "../text/public/texts.ts";
import { Button } from "../ui/button.tsx";
import { SiteFrame } from "../ui/site-frame.tsx";

/** Header and footer of the pages that everybody sees. */
export function PublicFrame(props: ParentProps) {
  const texts = publicTexts;
  return (
    <SiteFrame
      skip={texts().skip}
      navigation={texts().mainNavigation}
      links={[
        { text: texts().marketplace, href: "/marketplace" },
        { text: texts().howItWorks, href: "/#how" },
        { text: texts().pricing, href: "/pricing" },
      ]}
      actions={<WayIn />}
      foot={texts().footLine}
      footNavigation={texts().footNavigation}
      footLinks={[
        { text: texts().marketplace, href: "/marketplace" },
        { text: texts().pricing, href: "/pricing" },
        { text: texts().legal, href: "/legal" },
        { text: texts().privacy, href: "/privacy" },
        { text: texts().apiDocs, href: "/docs", external: true },
        { text: texts().health, href: "/health", external: true },
      ]}
    >
      {props.children}
    </SiteFrame>
  );
}

function WayIn() {
  const session = useSession();
  return (
    <Show
      when={session.user()}
      fallback={
        <>
          <Button href="/login" variant="quiet" size="small">
            {publicTexts().signIn}
          </Button>
          <Button href="/sign-up" size="small" hideOnPhone>
            {publicTexts().signUp}
          </Button>
        </>
      }
    >
      {(user) => (
        <Button href={homeOf(user())} size="small">
          {publicTexts().myAccount}
        </Button>
      )}
    </Show>
  );
}
