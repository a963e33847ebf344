import { useAction } from "@solidjs/router";
import { Show } from "solid-js";
import { IMAGES_MAX, type Product } from "../../../schemas/products.ts";
import { addImage } from "../data/images.ts";
import { createImageUploads } from "../image-uploads.ts";
import { scaleImage } from "../scale-image.ts";
import { fill } from "../text/fill.ts";
import { productFormTexts } from "../text/product-form/texts.ts";
import { Card } from "../ui/card.tsx";
import { DropZone } from "../ui/drop-zone.tsx";
import { Small, Stack } from "../ui/layout.tsx";
import { PendingImages } from "./pending-images.tsx";
import { ProductPictures } from "./product-pictures.tsx";

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
          <ProductPictures product={props.product} />
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
