import { useAction } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { Product, ProductImage } from "../../../schemas/products.ts";
import { describeImage, removeImage } from "../data/images.ts";
import { updateProduct } from "../data/products.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { formTexts } from "../text/forms/texts.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { ImageTile, ImageTiles } from "../ui/image-tile.tsx";
import { Tag } from "../ui/tag.tsx";

const texts = () => productFormTexts().images;

/** The pictures in their order: moved, described, deleted. */
export function ProductPictures(props: { product: Product }) {
  const change = useAction(updateProduct);
  const describe = useAction(describeImage);
  const remove = useAction(removeImage);
  const [leaving, setLeaving] = createSignal<ProductImage>();
  const task = createTask((work: () => Promise<unknown>) => work());
  // One after the other: leaving a description and pressing a button are two acts at once.
  let last: Promise<unknown> = Promise.resolve();
  const run = (work: () => Promise<unknown>) => {
    last = last.then(() => task.run(work));
    return last;
  };
  const ids = () => props.product.images.map(({ id }) => id);
  const move = async (id: string, by: number) => {
    const order = ids();
    const at = order.indexOf(id);
    order.splice(at, 1);
    order.splice(at + by, 0, id);
    const pressed = document.activeElement;
    await run(() => change(props.product.id, { imageIds: order }));
    // A picture that moves takes its buttons along, and loses the focus on its way.
    if (pressed instanceof HTMLElement && pressed.isConnected) pressed.focus();
  };
  const removeNow = async () => {
    const image = leaving();
    setLeaving();
    if (image) await run(() => remove(props.product.id, image.id));
  };
  return (
    <>
      <FormProblem problem={task.problem()} />
      <ImageTiles label={texts().title}>
        <For each={ids()}>
          {(id, index) => (
            <Show when={props.product.images.find((image) => image.id === id)}>
              {(image) => (
                <Picture
                  image={image()}
                  place={index() + 1}
                  isLast={index() === ids().length - 1}
                  onMove={(by) => void move(id, by)}
                  onDescribe={(alt) => void run(() => describe(props.product.id, id, { alt }))}
                  onRemove={() => setLeaving(image())}
                />
              )}
            </Show>
          )}
        </For>
      </ImageTiles>
      <Dialog
        open={leaving() !== undefined}
        onOpenChange={() => setLeaving()}
        title={texts().removeTitle}
        text={texts().removeDetail}
        actions={
          <>
            <Button variant="secondary" onClick={() => setLeaving()}>
              {formTexts().cancel}
            </Button>
            <Button variant="danger" onClick={() => void removeNow()}>
              {texts().removeNow}
            </Button>
          </>
        }
      />
    </>
  );
}

interface PictureProps {
  readonly image: ProductImage;
  readonly place: number;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
  readonly onDescribe: (alt: string) => void;
  readonly onRemove: () => void;
}

function Picture(props: PictureProps) {
  const named = (text: string) => fill(text, { place: props.place });
  return (
    <ImageTile
      url={props.image.url}
      alt={props.image.alt || named(texts().one)}
      described={props.image.alt}
      badge={
        <Show when={props.place === 1}>
          <Tag strong>{texts().first}</Tag>
        </Show>
      }
      altLabel={named(texts().alt)}
      altHint={texts().altHint}
      onAlt={(alt) => props.onDescribe(alt)}
      earlier={props.place > 1 ? { label: named(texts().earlier), onClick: () => props.onMove(-1) } : undefined}
      later={props.isLast ? undefined : { label: named(texts().later), onClick: () => props.onMove(1) }}
      remove={{ label: named(texts().remove), onClick: () => props.onRemove() }}
    />
  );
}
