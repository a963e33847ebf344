import { useLocation } from "@solidjs/router";
import type { ParentProps } from "solid-js";
import { keepTitle } from "../page-title.ts";
import { useSession } from "../session.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { webhookTexts } from "../text/webhooks/texts.ts";
import { Stack } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { SectionNav } from "../ui/section-nav.tsx";

/** Around every page of the settings: their name and the way between them. */
export function SettingsFrame(props: ParentProps) {
  const session = useSession();
  const texts = () => accountTexts().settings;
  const sections = () => [
    { href: "/settings/profile", text: texts().profile },
    { href: "/settings/security", text: texts().security },
    { href: "/settings/sessions", text: texts().sessions },
    // Keys and webhooks are for merchants and influencers.
    ...(session.user()?.role === "admin"
      ? []
      : [
          { href: "/settings/api-keys", text: texts().apiKeys },
          { href: "/settings/webhooks", text: webhookTexts().list.nav },
        ]),
    { href: "/settings/notifications", text: texts().notifications },
    { href: "/settings/data", text: texts().data },
  ];
  const place = useLocation();
  keepTitle(() => {
    const current =
      sections().find(({ href }) => href === place.pathname || place.pathname.startsWith(`${href}/`))?.text ??
      texts().title;
    return `${current}, ShareYourSales`;
  });
  return (
    <Stack gap="loose">
      <PageHeader title={texts().title} />
      <SectionNav label={texts().sections} sections={sections()} />
      {props.children}
    </Stack>
  );
}
