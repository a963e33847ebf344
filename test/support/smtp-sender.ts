import { EmailFailure } from "../../workers/vendors/email/email-transport.ts";
import { smtpTransport } from "../../workers/vendors/email/smtp-transport.ts";

/** A Worker that sends one mail through the account it is given and answers how that went. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { account, id }: { account: Parameters<typeof smtpTransport>[0]; id: string } = await request.json();
    const from = { name: "ShareYourSales", address: "no-reply@shareyoursales.ma" };
    const message = {
      id,
      to: "amina@example.ma",
      subject: "s",
      text: "t",
      html: "<p>h</p>",
      locale: "fr",
      writtenAt: 0,
    } as const;
    try {
      await smtpTransport(account, from, "support@shareyoursales.ma").send(message);
      return new Response("sent");
    } catch (failure) {
      return new Response(failure instanceof EmailFailure ? failure.code : String(failure));
    }
  },
};
