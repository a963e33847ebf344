import { LeaveGuard } from "../leave-guard.tsx";
import { saveFile } from "../save-file.ts";
import { accountTexts } from "../text/account/texts.ts";
import { Button } from "../ui/button.tsx";
import { CodeList } from "../ui/code-list.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Row, Stack } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";

/** The recovery codes, the one time they are known. */
export function RecoveryCodes(props: { codes: readonly string[]; onKept: () => void }) {
  const texts = () => accountTexts().security;
  const text = () => `${props.codes.join("\n")}\n`;
  const download = () => saveFile(new Blob([text()], { type: "text/plain" }), texts().recoveryFile);
  return (
    <Stack>
      <Notice tone="attention" title={texts().recoveryTitle} live>
        {texts().recoveryLead}
      </Notice>
      <CodeList codes={props.codes} label={texts().recoveryTitle} />
      <Row>
        <CopyButton value={text()}>{texts().copyCodes}</CopyButton>
        <Button variant="secondary" onClick={download}>
          {texts().downloadCodes}
        </Button>
      </Row>
      <div>
        <Button onClick={() => props.onKept()}>{texts().recoveryKept}</Button>
      </div>
      <LeaveGuard when={true} />
    </Stack>
  );
}
