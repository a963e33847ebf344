import { useAction } from "@solidjs/router";
import Globe from "lucide-solid/icons/globe";
import { createSignal, Show } from "solid-js";
import type { Host } from "../../../schemas/hosts.ts";
import { SavedNotice } from "../account/saved-notice.tsx";
import { verifyHost } from "../data/hosts.ts";
import { createTask } from "../task.ts";
import { fill } from "../text/fill.ts";
import { merchantTexts } from "../text/merchant/texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { DateText } from "../ui/date-text.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Details, Item } from "../ui/item-list.tsx";
import { Row, Small, Stack, Strong } from "../ui/layout.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";

/** One site: verified, or the two ways to prove it. */
export function SiteItem(props: { site: Host; onRemove: () => void }) {
  const texts = () => merchantTexts().sites;
  const isVerified = () => props.site.state === "verified";
  return (
    <Stack>
      <Item
        icon={<Globe />}
        title={<bdi dir="ltr">{props.site.host}</bdi>}
        badge={<StatusBadge status={props.site.state} />}
        action={
          <Button
            variant="secondary"
            size="small"
            label={`${texts().remove}: ${props.site.host}`}
            onClick={() => props.onRemove()}
          >
            {texts().remove}
          </Button>
        }
      >
        <Details
          details={[
            ...dateOf(texts().verifiedAt, isVerified() ? props.site.verifiedAt : null),
            ...dateOf(texts().checkedAt, isVerified() ? null : props.site.checkedAt),
            ...(props.site.verifiedBy
              ? [{ name: texts().by, value: props.site.verifiedBy === "dns" ? texts().byDns : texts().byMeta }]
              : []),
          ]}
        />
      </Item>
      <Proof site={props.site} />
    </Stack>
  );
}

const dateOf = (name: string, at: string | null) => (at === null ? [] : [{ name, value: <DateText at={at} time /> }]);

function Proof(props: { site: Host }) {
  const verify = useAction(verifyHost);
  const [wasProved, setProved] = createSignal(false);
  const texts = () => merchantTexts().sites;
  const task = createTask(async () => {
    const { state } = await verify(props.site.id);
    setProved(state === "verified");
  });
  return (
    <>
      <SavedNotice when={wasProved()} text={fill(texts().verifiedNow, { host: props.site.host })} />
      <Show when={props.site.state === "waiting"}>
        <Small>{texts().prove}</Small>
        <Stack gap="tight">
          <Strong>{texts().dnsTitle}</Strong>
          <Small>{texts().dnsText}</Small>
          <CopyField label={texts().dnsName} value={props.site.proof.dnsName} />
          <CopyField label={texts().dnsValue} value={props.site.proof.dnsValue} />
        </Stack>
        <Stack gap="tight">
          <Strong>{texts().metaTitle}</Strong>
          <Small>{texts().metaText}</Small>
          <CopyField label={texts().metaTag} value={props.site.proof.metaTag} />
        </Stack>
        <FormProblem problem={task.problem()} />
        <Row>
          <Button loading={task.isRunning()} onClick={() => void task.run()}>
            {texts().verify}
          </Button>
        </Row>
      </Show>
    </>
  );
}
