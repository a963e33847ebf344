import Copy from "lucide-solid/icons/copy";
import EllipsisVertical from "lucide-solid/icons/ellipsis-vertical";
import Trash from "lucide-solid/icons/trash";
import { createSignal } from "solid-js";
import { appTexts } from "../text/app/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { chooseTheme, THEMES, theme } from "../theme.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Row, Small, Stack, Strong } from "../ui/layout.tsx";
import { Menu, MenuChoices } from "../ui/menu.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Toasts, tell } from "../ui/toasts.tsx";

/** What opens, and what appears by itself. */
export function OverlayPieces() {
  const [isOpen, setIsOpen] = createSignal(false);
  const texts = publicTexts;
  return (
    <Stack gap="loose">
      <Card title="Dialog, Menu, Toasts">
        <Row>
          <Button variant="secondary" onClick={() => setIsOpen(true)}>
            Dialog
          </Button>
          <Button variant="secondary" onClick={() => tell(texts().examplePaid)}>
            Toast
          </Button>
          <SampleMenu />
        </Row>
        <Dialog
          open={isOpen()}
          onOpenChange={setIsOpen}
          title={texts().returned}
          text={texts().returnedText}
          actions={
            <>
              <Button variant="secondary" onClick={() => setIsOpen(false)}>
                {uiTexts().close}
              </Button>
              <Button variant="danger" onClick={() => setIsOpen(false)}>
                {appTexts().signOut}
              </Button>
            </>
          }
        />
      </Card>
      <Card title="Tabs">
        <Tabs
          label={texts().stepsHeading}
          tabs={[
            { value: "1", text: texts().step1, content: () => <p>{texts().step1Text}</p> },
            { value: "2", text: texts().step2, content: () => <p>{texts().step2Text}</p> },
            { value: "3", text: texts().step3, content: () => <p>{texts().step3Text}</p> },
          ]}
        />
      </Card>
      <Toasts />
    </Stack>
  );
}

function SampleMenu() {
  const themes = () => {
    const names = { system: uiTexts().themeSystem, light: uiTexts().themeLight, dark: uiTexts().themeDark };
    return THEMES.map((value) => ({ value, text: names[value] }));
  };
  return (
    <Menu
      label="Menu"
      trigger={<EllipsisVertical />}
      head={
        <>
          <Strong>Salma El Amrani</Strong>
          <Small>salma@example.ma</Small>
        </>
      }
      actions={[
        { text: uiTexts().copy, icon: <Copy />, onSelect: () => tell(uiTexts().copied) },
        {
          text: appTexts().signOut,
          icon: <Trash />,
          danger: true,
          apart: true,
          onSelect: () => tell("1"),
        },
      ]}
    >
      <MenuChoices
        label={uiTexts().theme}
        options={themes()}
        value={theme()}
        onChange={(value) => chooseTheme(THEMES.find((known) => known === value) ?? "system")}
      />
    </Menu>
  );
}
