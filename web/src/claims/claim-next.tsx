import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Claim } from "../../../schemas/claims.ts";
import type { Role } from "../../../schemas/users.ts";
import { withdrawClaim } from "../data/claims.ts";
import { formatDate } from "../dates.ts";
import { locale } from "../locale.tsx";
import { claimTexts } from "../text/claims/texts.ts";
import { fill } from "../text/fill.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Row, Small, Stack } from "../ui/layout.tsx";
import { hasEnded, isolated, openerOf, otherOf } from "./claim-words.ts";

const texts = () => claimTexts().page;

/** Where the claim stands and who acts next, for a reader who only waits; the one who opened it may take it back. */
export function ClaimNext(props: { claim: Claim; reader: Role }) {
  const [isAsking, setAsking] = createSignal(false);
  const withdraw = useAction(withdrawClaim);
  const mayWithdraw = () => openerOf(props.claim) === props.reader && !hasEnded(props.claim);
  return (
    <Card title={texts().next}>
      <Stack>
        <Small>{nextText(props.claim)}</Small>
        <Show when={mayWithdraw()}>
          <Row>
            <Button variant="secondary" size="small" onClick={() => setAsking(true)}>
              {texts().withdraw}
            </Button>
          </Row>
        </Show>
      </Stack>
      <ConfirmDialog
        open={isAsking()}
        title={texts().withdrawTitle}
        text={texts().withdrawText}
        act={texts().withdraw}
        run={() => withdraw(props.claim.id)}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}

function nextText(claim: Claim): string {
  const isMissing = claim.kind === "missing_sale";
  switch (claim.state) {
    case "open": {
      const { name } = claim[otherOf(openerOf(claim))];
      const values = { name: isolated(name), date: isolated(formatDate(claim.answerBy, locale())) };
      return fill(isMissing ? texts().waitMissing : texts().waitReturn, values);
    }
    case "contested":
      return texts().waitTeam;
    case "accepted":
      return isMissing ? texts().acceptedMissing : texts().acceptedReturn;
    case "rejected":
      return isMissing ? texts().rejectedMissing : texts().rejectedReturn;
    case "withdrawn":
      return texts().withdrawnText;
  }
}
