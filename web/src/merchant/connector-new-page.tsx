import { createAsync, revalidate, useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { CONNECTOR_PLATFORMS, type ConnectorPlatform, type CreatedConnector } from "../../../schemas/connectors.ts";
import { connectors } from "../data/connectors.ts";
import { keepTitle } from "../page-title.ts";
import { Loaded } from "../shell/loaded.tsx";
import { fill } from "../text/fill.ts";
import { integrationTexts } from "../text/integrations/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Form, Narrow } from "../ui/layout.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { addressWith, oneOf } from "../url-state.ts";
import { ConnectorCreated } from "./connector-created.tsx";
import { ConnectorForm } from "./connector-form.tsx";
import { INTEGRATIONS } from "./connector-place.ts";

const texts = () => integrationTexts().add;
const PLACE = `${INTEGRATIONS}/new`;

/** Which platform, then what it needs, then what remains to be done there: the platform is in the address. */
export function NewConnectorPage() {
  const [params] = useSearchParams();
  const own = createAsync(() => connectors());
  const [created, setCreated] = createSignal<CreatedConnector>();
  const platform = () => oneOf(CONNECTOR_PLATFORMS, params.platform);
  const title = () => {
    const chosen = platform();
    return chosen === undefined ? texts().title : titleOf(chosen);
  };
  keepTitle(() => `${title()}, ShareYourSales`);
  return (
    <>
      <PageHeader
        title={title()}
        actions={
          <Show when={platform() && !created()}>
            <Button variant="secondary" href={PLACE}>
              {texts().other}
            </Button>
          </Show>
        }
      />
      <Narrow>
        <Switch fallback={<PlatformChoice />}>
          <Match when={created()}>{(made) => <ConnectorCreated created={made()} />}</Match>
          <Match when={platform()} keyed>
            {(chosen) => (
              <Loaded shapes={["line", "block"]} again={() => void revalidate(connectors.key)}>
                <Show when={own()}>
                  {(known) => <ConnectorForm platform={chosen} own={known()} onCreated={setCreated} />}
                </Show>
              </Loaded>
            )}
          </Match>
        </Switch>
      </Narrow>
    </>
  );
}

function titleOf(platform: ConnectorPlatform): string {
  if (platform === "courier") return texts().courierTitle;
  if (platform === "postback") return texts().postbackTitle;
  return fill(texts().titleOf, { platform: integrationTexts().platforms[platform] });
}

function PlatformChoice() {
  const navigate = useNavigate();
  const [platform, setPlatform] = createSignal<string>("shopify");
  const platforms = () => integrationTexts().platforms;
  const choices = () =>
    CONNECTOR_PLATFORMS.map((each) => ({ value: each, title: platforms()[each], text: platforms()[`${each}Text`] }));
  return (
    <Card>
      <Form label={texts().which} onSubmit={() => navigate(addressWith(PLACE, { platform: platform() }))}>
        <ChoiceCards
          legend={texts().which}
          name="platform"
          value={platform()}
          onChange={setPlatform}
          choices={choices()}
        />
        <div>
          <Button type="submit">{texts().next}</Button>
        </div>
      </Form>
    </Card>
  );
}
