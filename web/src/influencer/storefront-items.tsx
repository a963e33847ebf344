import Plus from "lucide-solid/icons/plus";
import Store from "lucide-solid/icons/store";
import { createSignal, Show } from "solid-js";
import { type OwnStorefront, STOREFRONT_ITEMS_MAX } from "../../../schemas/storefronts.ts";
import { textIn } from "../product-text.ts";
import { fill } from "../text/fill.ts";
import { storefrontEditTexts } from "../text/storefront-edit/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Item, ItemList } from "../ui/item-list.tsx";
import { Gutter, Small, Strong } from "../ui/layout.tsx";
import { NamedPicture } from "../ui/named-picture.tsx";
import { Announced } from "../ui/seen-only.tsx";
import { SortableList } from "../ui/sortable-list.tsx";
import type { Choice, StorefrontForm } from "./storefront-inputs.ts";

const texts = () => storefrontEditTexts();

/** What the storefront shows, in its order, and what else it could show. */
export function StorefrontItems(props: { own: OwnStorefront; form: StorefrontForm }) {
  const [said, setSaid] = createSignal("");
  const shownIds = () => props.form.values().linkIds;
  const nameOf = (id: string) => nameOfChoice(props.own.choices.find(({ linkId }) => linkId === id));
  const others = () => props.own.choices.filter(({ linkId }) => !shownIds().includes(linkId));
  const isFull = () => shownIds().length >= STOREFRONT_ITEMS_MAX;
  const change = (linkIds: readonly string[], text: string, values: Record<string, string | number>) => {
    props.form.set("linkIds", linkIds);
    setSaid(fill(text, values));
  };
  const move = (from: number, to: number) => {
    const order = [...shownIds()];
    const [id] = order.splice(from, 1);
    if (id === undefined) return;
    order.splice(to, 0, id);
    change(order, texts().moved, { name: nameOf(id), place: to + 1, count: order.length });
  };
  const add = (id: string) =>
    change([...shownIds(), id], texts().added, { name: nameOf(id), place: shownIds().length + 1 });
  const remove = (id: string) =>
    change(
      shownIds().filter((known) => known !== id),
      texts().removed,
      { name: nameOf(id) },
    );
  return (
    <Show when={props.own.choices.length > 0} fallback={<NoLinks />}>
      <Card title={texts().items} text={texts().itemsText} flush>
        <Gutter>
          <Announced text={said()} />
          <Show when={shownIds().length > 0} fallback={<NothingShown />}>
            <Shown own={props.own} ids={shownIds()} onMove={move} onRemove={remove} />
          </Show>
          <Show when={isFull()}>
            <Small>{texts().full}</Small>
          </Show>
        </Gutter>
        <Show when={others().length > 0}>
          <Gutter>
            <Strong>{texts().choices}</Strong>
          </Gutter>
          <ItemList label={texts().choices} items={others()}>
            {(choice) => <Other choice={choice} isFull={isFull()} onAdd={() => add(choice.linkId)} />}
          </ItemList>
        </Show>
      </Card>
    </Show>
  );
}

function Shown(props: {
  own: OwnStorefront;
  ids: readonly string[];
  onMove: (from: number, to: number) => void;
  onRemove: (id: string) => void;
}) {
  const choiceOf = (id: string) => props.own.choices.find(({ linkId }) => linkId === id);
  const textsOf = (id: string) => {
    const values = { name: nameOfChoice(choiceOf(id)) };
    const { up, down, drag, remove } = texts();
    return {
      up: fill(up, values),
      down: fill(down, values),
      drag: fill(drag, values),
      remove: fill(remove, values),
    };
  };
  return (
    <SortableList
      label={texts().items}
      ids={props.ids}
      textsOf={textsOf}
      onMove={props.onMove}
      onRemove={props.onRemove}
    >
      {(id) => <Show when={choiceOf(id)}>{(choice) => <Pictured choice={choice()} />}</Show>}
    </SortableList>
  );
}

function Other(props: { choice: Choice; isFull: boolean; onAdd: () => void }) {
  return (
    <Item
      title={<Pictured choice={props.choice} />}
      action={
        <Button
          variant="secondary"
          size="small"
          icon={<Plus />}
          disabled={props.isFull}
          label={fill(texts().addNamed, { name: nameOfChoice(props.choice) })}
          onClick={props.onAdd}
        >
          {texts().add}
        </Button>
      }
    />
  );
}

function Pictured(props: { choice: Choice }) {
  return (
    <NamedPicture url={props.choice.product.images[0]?.url} name={nameOfChoice(props.choice)}>
      <bdi>{props.choice.product.merchantName}</bdi> · <bdi dir="ltr">/{props.choice.slug}</bdi>
      <Show when={!props.choice.runs}>
        {" · "}
        {texts().stopped}
      </Show>
    </NamedPicture>
  );
}

const nameOfChoice = (choice: Choice | undefined) => (choice ? textIn(choice.product.title) : "");

function NothingShown() {
  return <EmptyState icon={<Store />} title={texts().noItems} text={texts().noItemsText} />;
}

function NoLinks() {
  return (
    <Card title={texts().items}>
      <EmptyState
        icon={<Store />}
        title={texts().noLinks}
        text={texts().noLinksText}
        action={<Button href="/marketplace">{texts().toMarket}</Button>}
      />
    </Card>
  );
}
