import {
  disableTotp as disableTotpInput,
  done,
  enableTotp as enableTotpInput,
  totpEnabled,
  totpSetup,
} from "../../../../schemas/auth.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { signedInOnly } from "../../../http/session.ts";
import { body, jsonOnly, noBody } from "../../../http/validate.ts";
import { disableTotp, enableTotp, setUpTotp } from "../set-up-totp.ts";

const tag = "Authentication";
const DONE = { done: true } as const;
const doneAnswer = answer(done, DONE);

/** Two-step sign-in. */
export const totpRoutes = newApp()
  .post(
    "/totp/setup",
    documented({
      operation: "setUpTotp",
      tag,
      summary: "Prepare two-step sign-in",
      answers: {
        200: answer(totpSetup, {
          secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
          uri: "otpauth://totp/ShareYourSales:sara%40example.ma?issuer=ShareYourSales&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30",
        }),
      },
      problems: ["totp.already_enabled"],
    }),
    signedInOnly,
    noBody,
    async (c) => c.json(await setUpTotp(c.get("ctx"))),
  )
  .post(
    "/totp/enable",
    documented({
      operation: "enableTotp",
      tag,
      summary: "Turn two-step sign-in on with a first code",
      example: { code: "492039" },
      answers: { 200: answer(totpEnabled, { recoveryCodes: ["k7m2p-9qwer", "3hxtd-a8vnz"] }) },
      problems: ["totp.already_enabled", "totp.not_enabled", "totp.wrong"],
    }),
    signedInOnly,
    jsonOnly,
    body(enableTotpInput),
    async (c) => c.json(await enableTotp(c.get("ctx"), c.req.valid("json").code)),
  )
  .post(
    "/totp/disable",
    documented({
      operation: "disableTotp",
      tag,
      summary: "Turn two-step sign-in off",
      example: { password: "tajine-citron-olives-7", code: "492039" },
      answers: { 200: doneAnswer },
      problems: ["totp.not_enabled", "totp.obligatory", "totp.wrong", "password.wrong"],
    }),
    signedInOnly,
    jsonOnly,
    body(disableTotpInput),
    async (c) => {
      await disableTotp(c.get("ctx"), c.req.valid("json"));
      return c.json(DONE);
    },
  );
