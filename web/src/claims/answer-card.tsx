import { createSignal, type JSX } from "solid-js";
import type { Claim } from "../../../schemas/claims.ts";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Details } from "../ui/item-list.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { ContestDialog } from "./contest-dialog.tsx";

const texts = () => claimTexts().answer;

interface AnswerCardProps {
  readonly claim: Claim;
  /** What accepting asks for. */
  readonly accepting: (open: () => boolean, onClose: () => void) => JSX.Element;
}

/** The reader's turn: accept, or contest with a reason. */
export function AnswerCard(props: AnswerCardProps) {
  const [act, setAct] = createSignal<"accept" | "contest">();
  const close = () => setAct();
  return (
    <Card title={texts().title} text={props.claim.kind === "missing_sale" ? texts().leadMissing : texts().leadReturn}>
      <Stack>
        <Details
          details={[
            { name: claimTexts().page.answerBy, value: <bdi>{formatDate(props.claim.answerBy, locale())}</bdi> },
          ]}
        />
        <Row>
          <Button onClick={() => setAct("accept")}>{texts().accept}</Button>
          <Button variant="secondary" onClick={() => setAct("contest")}>
            {texts().contest}
          </Button>
        </Row>
      </Stack>
      {props.accepting(() => act() === "accept", close)}
      <ContestDialog claimId={props.claim.id} open={act() === "contest"} onClose={close} />
    </Card>
  );
}
