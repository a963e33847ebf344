import * as z from "zod";
import { qrQuery } from "../../../../schemas/links.ts";
import { newApp } from "../../../http/app.ts";
import { documented } from "../../../http/documented.ts";
import { session } from "../../../http/session.ts";
import { query } from "../../../http/validate.ts";
import { getLinkQr } from "./link-qr.ts";

/** The printable code of a link. */
export const qrRoutes = newApp().get(
  "/links/:id/qr",
  documented({
    operation: "getLinkQr",
    tag: "Affiliates",
    summary: "Download the QR code of a link",
    description:
      "An SVG that prints 8 cm wide, or a PNG. Whoever scans it is counted among the link's clicks, and besides as a scan.",
    roles: ["influencer", "merchant"],
    answers: { 200: { schema: z.string(), example: "<svg …>", description: "SVG or PNG", media: "image/*" } },
    problems: ["link.not_found"],
  }),
  session("links:read"),
  query(qrQuery),
  async (c) => {
    const { name, type, body } = await getLinkQr(c.get("ctx"), c.req.param("id"), c.req.valid("query"));
    return c.body(body, 200, { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` });
  },
);
