import type { LegalTexts } from "./texts.ts";

export const en: LegalTexts = {
  termsTitle: "Terms of use",
  termsLead: "What ShareYourSales does, what each side promises, and what happens when a sale fails.",
  terms: [
    {
      title: "The service",
      paragraphs: [
        "ShareYourSales connects merchants with influencers. An influencer shares a link or a code; the platform knows whose sale it was, follows the order until the cash is collected, and computes the commission.",
        "The platform computes and reports. It is neither a bank nor a payment institution: it does not keep customers’ money and does not sell the products.",
      ],
    },
    {
      title: "The sale itself",
      paragraphs: [
        "A sale is made between the customer and the merchant. The merchant says who they are, informs and delivers under law 31-08 on consumer protection, and respects the 7-day right of withdrawal of distance sales.",
      ],
    },
    {
      title: "Commissions and fees",
      paragraphs: [
        "The rate, the attribution period and the hold of an order are frozen when the order is received. A commission is earned when the cash is collected, and available when the hold is over and the merchant has paid the statement.",
        "An order that is cancelled, refused or returned voids the commission, or takes it back when it was already earned. The lines stay visible: nothing is erased.",
        "The platform fee is that of the plan on the day of the order. Withholding tax and VAT follow the Moroccan tax code and the tax profile you declare.",
      ],
    },
    {
      title: "Advertising says so",
      paragraphs: [
        "A paid recommendation must be recognisable as one. The influencer says it clearly, for example with #pub or إشهار, and does not promise what the product does not do.",
      ],
    },
    {
      title: "What is not allowed",
      paragraphs: [
        "Buying through your own link to earn the commission, faking clicks or orders, using somebody else’s identity, or promoting forbidden products. A doubtful commission is held until a person decides and gives the reason; you can appeal.",
      ],
    },
    {
      title: "Acceptance and proof",
      paragraphs: [
        "By creating an account you accept these terms. The version you accepted and the date are kept, as a simple electronic signature under law 43-20.",
        "These terms exist in French, Arabic and English. For a consumer, the Arabic version prevails.",
      ],
    },
    {
      title: "Contact",
      paragraphs: [
        "support@shareyoursales.ma answers questions, complaints and requests for the operator’s legal identity (company name, trade register, ICE, address).",
      ],
    },
  ],
  privacyTitle: "Privacy",
  privacyLead: "What we know, why, for how long, and how you take it back. Under Moroccan law 09-08.",
  privacy: [
    {
      title: "Who is responsible",
      paragraphs: [
        "The operator of ShareYourSales is responsible for the processing of your data. For any request, including the formalities made with the CNDP: support@shareyoursales.ma.",
      ],
    },
    {
      title: "What we keep about you",
      paragraphs: [
        "Your account: display name, e-mail, phone if you give it, language, and the hash of your password (never the password).",
        "Your activity: links, attributed orders, commissions and transfers, because it is your money and the law asks for the records.",
        "Your sign-ins: device, country and date, so that you can recognise and close a session.",
      ],
    },
    {
      title: "Visitors who click",
      paragraphs: [
        "A click is counted without identifying the person. No IP address is kept: it only serves to compute a hash whose key changes every day. We set no advertising cookie.",
        "A customer has no account. A phone number sent by the merchant to confirm the order is encrypted, readable by that merchant only, and erased when the order ends or after 30 days.",
      ],
    },
    {
      title: "For how long",
      paragraphs: [
        "Raw clicks stay 35 days in the database, then in a pseudonymised archive, 13 months at most. Accounting records and operations stay 10 years. A closed account is pseudonymised at once, and purged when the law allows it.",
      ],
    },
    {
      title: "Where the data is",
      paragraphs: [
        "The platform runs on Cloudflare’s network, whose servers are also outside Morocco. Passwords are hashed; documents, numbers and secrets are encrypted.",
        "We sell no data. An influencer never sees a merchant’s customers.",
      ],
    },
    {
      title: "Your rights",
      paragraphs: [
        "You can see, correct, export and have erased your data (law 09-08, articles 7 to 9), in your settings or by writing to support@shareyoursales.ma. You can also turn to the CNDP, cndp.ma.",
      ],
    },
    {
      title: "Cookies",
      paragraphs: [
        "Only those that hold your session and protect it. The language and appearance you choose stay on your device.",
      ],
    },
  ],
};
