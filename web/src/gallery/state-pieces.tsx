import Package from "lucide-solid/icons/package";
import { For } from "solid-js";
import { appTexts } from "../text/app/texts.ts";
import { publicTexts } from "../text/public/texts.ts";
import { uiTexts } from "../text/ui/texts.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { KeyCaps } from "../ui/key-caps.tsx";
import { Columns, Row, Stack } from "../ui/layout.tsx";
import { Notice, type Tone } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ALL_STATUSES, StatusBadge } from "../ui/status-badge.tsx";
import { type TagTone, ToneTag } from "../ui/tone-tag.tsx";

const TAG_TONES: readonly TagTone[] = ["neutral", "info", "success", "attention", "loss"];
const TONES: readonly Tone[] = ["info", "success", "attention", "loss"];

/** What something is now: badges, notices, nothing yet, not yet loaded. */
export function StatePieces() {
  return (
    <Stack gap="loose">
      <Card title="StatusBadge">
        <Row>
          <For each={ALL_STATUSES}>{(status) => <StatusBadge status={status} />}</For>
        </Row>
      </Card>
      <Card title="ToneTag">
        <Row>
          <For each={TAG_TONES}>{(tone) => <ToneTag tone={tone}>{tone}</ToneTag>}</For>
        </Row>
      </Card>
      <Card title="Notice">
        <Columns count={2}>
          <For each={TONES}>
            {(tone) => (
              <Notice tone={tone} title={publicTexts().returned}>
                {publicTexts().returnedText}
              </Notice>
            )}
          </For>
          <Notice
            tone="loss"
            title={appTexts().loadFailedTitle}
            action={
              <Button variant="secondary" size="small">
                {appTexts().tryAgain}
              </Button>
            }
          >
            {uiTexts().failedText}
          </Notice>
          <Notice tone="info">{appTexts().healthText}</Notice>
        </Columns>
      </Card>
      <Card title="Banner" flush>
        <Banner title={uiTexts().offlineTitle} text={uiTexts().offlineText} />
      </Card>
      <Columns count={2}>
        <Card title="EmptyState">
          <EmptyState
            icon={<Package />}
            title={appTexts().noOrders}
            text={appTexts().noOrdersText}
            action={<Button>{appTexts().connectShop}</Button>}
          />
        </Card>
        <Card title="Skeleton">
          <Skeleton shapes={["title", "line", "line", "short", "block"]} />
        </Card>
      </Columns>
      <Card title="Avatar, KeyCaps">
        <Row>
          <Avatar name="Salma" />
          <Avatar name="محمد" />
          <KeyCaps keys={["g", "o"]} />
        </Row>
      </Card>
    </Stack>
  );
}
