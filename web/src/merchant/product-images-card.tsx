import { useAction } from "@solidjs/router";
import { For, Show } from "solid-js";
import { IMAGES_MAX, type Product, type ProductImage } from "../../../schemas/products.ts";
import { addImage, describeImage, removeImage } from "../data/images.ts";
import { updateProduct } from "../data/products.ts";
import { createImageUploads } from "../image-uploads.ts";
import { scaleImage } from "../scale-image.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { ImageTile, ImageTiles } from "../ui/image-tile.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { Tag } from "../ui/tag.tsx";
import { PendingImages } from "./pending-images.tsx";

const texts = () => productFormTexts().images;

/** The pictures of a product; each change is kept at once. */
export function ProductImagesCard(props: { product: Product }) {
  const send = useAction(addImage);
  const images = () => props.product.images;
  const pending = createImageUploads(
    scaleImage,
    (file) => send(props.product.id, file, ""),
    () => texts().unreadable,
  );
  const isFull = () => images().length >= IMAGES_MAX;
  return (
    <Card title={texts().title} text={fill(texts().lead, { max: IMAGES_MAX })}>
      <Stack>
        <Show when={images().length > 0} fallback={<Small>{texts().empty}</Small>}>
          <Pictures product={props.product} />
        </Show>
        <PendingImages pending={pending} />
        <Show when={!isFull()} fallback={<Small>{fill(texts().full, { max: IMAGES_MAX })}</Small>}>
          <DropZone
            name="images"
            title={texts().choose}
            text={texts().chooseText}
            accept="image/jpeg,image/png,image/webp,image/avif"
            many
            onFiles={pending.add}
          />
        </Show>
      </Stack>
    </Card>
  );
}

function Pictures(props: { product: Product }) {
  const change = useAction(updateProduct);
  const describe = useAction(describeImage);
  const remove = useAction(removeImage);
  const task = createTask((work: () => Promise<unknown>) => work());
  const images = () => props.product.images;
  const move = (image: ProductImage, by: number) => {
    const ids = images().map(({ id }) => id);
    const at = ids.indexOf(image.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, image.id);
    void task.run(() => change(props.product.id, { imageIds: ids }));
  };
  return (
    <>
      <FormProblem problem={task.problem()} />
      <ImageTiles label={texts().title}>
        <For each={images()}>
          {(image, index) => {
            const place = () => ({ place: index() + 1 });
            return (
              <ImageTile
                url={image.url}
                alt={image.alt || fill(texts().one, place())}
                described={image.alt}
                badge={
                  <Show when={index() === 0}>
                    <Tag strong>{texts().first}</Tag>
                  </Show>
                }
                altLabel={fill(texts().alt, place())}
                altHint={texts().altHint}
                onAlt={(alt) => void task.run(() => describe(props.product.id, image.id, { alt }))}
                earlier={
                  index() > 0 ? { label: fill(texts().earlier, place()), onClick: () => move(image, -1) } : undefined
                }
                later={
                  index() < images().length - 1
                    ? { label: fill(texts().later, place()), onClick: () => move(image, 1) }
                    : undefined
                }
                remove={{
                  label: fill(texts().remove, place()),
                  onClick: () => void task.run(() => remove(props.product.id, image.id)),
                }}
              />
            );
          }}
        </For>
      </ImageTiles>
    </>
  );
}
