import { createAsync, revalidate } from "@solidjs/router";
import KeyRound from "lucide-solid/icons/key-round";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { ApiKey, CreatedApiKey } from "../../../schemas/api-keys.ts";
import { apiKeys } from "../data/users.ts";
import { useSession } from "../session.tsx";
import { Loaded } from "../shell/loaded.tsx";
import { accountTexts } from "../text/account/texts.ts";
import { listText } from "../text/list-text.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DateText } from "../ui/date-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Details, Item, ItemList } from "../ui/item-list.tsx";
import { Narrow, Row, Small, TextLink } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { CreateApiKeyCard } from "./create-api-key-card.tsx";
import { CreatedKey } from "./created-key.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { SavedNotice } from "./saved-notice.tsx";

/** The keys of a merchant's or an influencer's programs; a new one is shown once. */
export function ApiKeysPage() {
  const session = useSession();
  const keys = createAsync(() => apiKeys());
  const [isCreating, setCreating] = createSignal(false);
  const [created, setCreated] = createSignal<CreatedApiKey>();
  const [revoking, setRevoking] = createSignal<ApiKey>();
  const [wasRevoked, setRevoked] = createSignal(false);
  const texts = () => accountTexts().keys;
  const begin = () => {
    setRevoked(false);
    setCreating(true);
  };
  const show = (key: CreatedApiKey) => {
    setCreating(false);
    setCreated(key);
  };
  const isBusy = () => isCreating() || created() !== undefined;
  return (
    <Narrow>
      <Switch>
        <Match when={created()}>{(key) => <CreatedKey created={key()} onKept={() => setCreated()} />}</Match>
        <Match when={isCreating() && session.user()}>
          {(user) => <CreateApiKeyCard role={user().role} onCreated={show} onCancel={() => setCreating(false)} />}
        </Match>
      </Switch>
      <SavedNotice when={wasRevoked()} text={texts().revoked} />
      <Loaded shapes={["title", "line", "short"]} again={() => void revalidate(apiKeys.key)}>
        <Show when={keys()}>
          {(listed) => <KeyList keys={listed()} isBusy={isBusy()} onCreate={begin} onRevoke={setRevoking} />}
        </Show>
      </Loaded>
      <RevokeKeyDialog apiKey={revoking()} onClose={() => setRevoking()} onRevoked={() => setRevoked(true)} />
    </Narrow>
  );
}

interface KeyListProps {
  readonly keys: readonly ApiKey[];
  /** A new key is being made or shown: there is nothing to offer. */
  readonly isBusy: boolean;
  readonly onCreate: () => void;
  readonly onRevoke: (key: ApiKey) => void;
}

function KeyList(props: KeyListProps) {
  const texts = () => accountTexts().keys;
  const create = () => <Button onClick={() => props.onCreate()}>{texts().create}</Button>;
  return (
    <>
      <Show when={props.keys.length > 0 || !props.isBusy}>
        <Card title={texts().title} text={texts().lead} flush>
          <Show
            when={props.keys.length > 0}
            fallback={
              <EmptyState icon={<KeyRound />} title={texts().empty} text={texts().emptyDetail} action={create()} />
            }
          >
            <ItemList label={texts().title} items={props.keys}>
              {(key) => <KeyItem apiKey={key} onRevoke={() => props.onRevoke(key)} />}
            </ItemList>
          </Show>
        </Card>
      </Show>
      <Row between>
        <Small>
          <TextLink href="/docs" newTab>
            {texts().docs}
          </TextLink>
        </Small>
        <Show when={props.keys.length > 0 && !props.isBusy}>{create()}</Show>
      </Row>
    </>
  );
}

function KeyItem(props: { apiKey: ApiKey; onRevoke: () => void }) {
  const texts = () => accountTexts().keys;
  const lastUsed = () => props.apiKey.lastUsedAt;
  const expires = () => props.apiKey.expiresAt;
  return (
    <Item
      icon={<KeyRound />}
      title={<bdi>{props.apiKey.name}</bdi>}
      badge={<Tag>{props.apiKey.prefix === "pk_" ? texts().publishable : texts().secret}</Tag>}
      action={
        <Button
          variant="secondary"
          size="small"
          label={`${texts().revoke}: ${props.apiKey.name}`}
          onClick={() => props.onRevoke()}
        >
          {texts().revoke}
        </Button>
      }
    >
      <span>
        <code dir="ltr">
          {props.apiKey.prefix}…{props.apiKey.lastFour}
        </code>
      </span>
      <Details
        details={[
          { name: texts().createdAt, value: <DateText at={props.apiKey.createdAt} /> },
          { name: texts().lastUsed, value: <When at={lastUsed()} never={texts().neverUsed} /> },
          { name: texts().expiresAt, value: <When at={expires()} never={texts().never} /> },
        ]}
      />
      <Show when={props.apiKey.scopes.length > 0}>
        <span>{listText(props.apiKey.scopes.map((scope) => accountTexts().scopes[scope]))}</span>
      </Show>
    </Item>
  );
}

function When(props: { at: string | null; never: string }) {
  return (
    <Show when={props.at} fallback={props.never}>
      {(at) => <DateText at={at()} />}
    </Show>
  );
}
