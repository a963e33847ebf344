import Compass from "lucide-solid/icons/compass";
import { keepTitle } from "../page-title.ts";
import { publicTexts } from "../text/public/texts.ts";
import { Button } from "../ui/button.tsx";
import { Lone } from "../ui/lone.tsx";

export function NotFoundPage() {
  keepTitle(() => publicTexts().notFoundTitle);
  return (
    <Lone
      icon={<Compass />}
      title={publicTexts().notFoundHeading}
      text={publicTexts().notFoundText}
      action={<Button href="/">{publicTexts().backHome}</Button>}
    />
  );
}
