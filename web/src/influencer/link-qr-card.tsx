import Download from "lucide-solid/icons/download";
import type { Link } from "../../../schemas/links.ts";
import { linkQr } from "../data/links.ts";
import { saveFile } from "../save-file.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { linkTexts } from "../text/links/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { QrPicture } from "../ui/qr-picture.tsx";

/** The link's code to scan, and its files for printing. */
export function LinkQrCard(props: { link: Link }) {
  const texts = () => linkTexts().share;
  const save = createTask(async (format: "svg" | "png") => {
    saveFile(await linkQr(props.link.id, format), `qr-${props.link.slug}.${format}`);
  });
  return (
    <Card title={texts().qr} text={texts().qrText}>
      <Stack>
        <QrPicture
          src={`/api/affiliates/links/${encodeURIComponent(props.link.id)}/qr`}
          label={fill(texts().qrOf, { link: props.link.title ?? props.link.slug })}
        />
        <Row>
          <Button variant="secondary" size="small" icon={<Download />} onClick={() => void save.run("svg")}>
            {texts().qrSvg}
          </Button>
          <Button variant="secondary" size="small" icon={<Download />} onClick={() => void save.run("png")}>
            {texts().qrPng}
          </Button>
        </Row>
        <Small>{texts().qrSizes}</Small>
        <FormProblem problem={save.problem()} />
      </Stack>
    </Card>
  );
}
