import { webhookTexts } from "../text/webhooks/texts.ts";
import { CodeBlock } from "../ui/code-block.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Small } from "../ui/layout.tsx";

const NODE = `import { Webhook } from "standardwebhooks";

// The raw body, as it came: parsed and written again it is another one.
app.post("/hooks/shareyoursales", express.raw({ type: "*/*" }), (request, response) => {
  const webhook = new Webhook(process.env.SHAREYOURSALES_SECRET); // whsec_…
  try {
    const { type, data } = webhook.verify(request.body.toString(), request.headers);
    // Keep request.headers["webhook-id"]: the same id is the same news.
    response.sendStatus(204);
  } catch {
    response.sendStatus(400);
  }
});`;

const PHP = `<?php
$body = file_get_contents("php://input");
$id = $_SERVER["HTTP_WEBHOOK_ID"];
$time = $_SERVER["HTTP_WEBHOOK_TIMESTAMP"];
$key = base64_decode(substr(getenv("SHAREYOURSALES_SECRET"), strlen("whsec_")));
$expected = "v1," . base64_encode(hash_hmac("sha256", "$id.$time.$body", $key, true));

$isOurs = abs(time() - (int) $time) <= 300;
$isSigned = false;
// Two signatures while an old secret still signs.
foreach (explode(" ", $_SERVER["HTTP_WEBHOOK_SIGNATURE"]) as $signature) {
  $isSigned = $isSigned || hash_equals($expected, $signature);
}
http_response_code($isOurs && $isSigned ? 204 : 400);`;

/** How a server proves that a delivery is ours. */
export function WebhookVerifyCard() {
  const texts = () => webhookTexts().verify;
  return (
    <Disclosure title={texts().title}>
      <Small>{texts().text}</Small>
      <CodeBlock label={texts().node} text={NODE} />
      <CodeBlock label={texts().php} text={PHP} />
    </Disclosure>
  );
}
