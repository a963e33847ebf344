import * as z from "zod";
import { claimEvidence, EVIDENCE_MAX_BYTES } from "../../../../../schemas/claims.ts";
import { newApp } from "../../../../http/app.ts";
import { answer, documented } from "../../../../http/documented.ts";
import { fileForm, fileOnly, filePart } from "../../../../http/file-body.ts";
import { session } from "../../../../http/session.ts";
import { addEvidence } from "../add-evidence.ts";
import { evidenceExample } from "../examples.ts";
import { openEvidence } from "../open-evidence.ts";

const tag = "Tracking";
const evidenceForm = z.object({ file: filePart });

/** Pictures and PDFs that lie with a claim. */
export const evidenceRoutes = newApp()
  .post(
    "/claims/:id/evidence",
    documented({
      operation: "addClaimEvidence",
      tag,
      summary: "Add a picture or a PDF to a claim",
      description:
        "A form with the part `file`: JPEG, PNG, WebP, AVIF or PDF, at most 5 MB, 3 from each side, until the claim is decided. Pictures lose their metadata. The same file sent twice is added once.",
      roles: ["influencer", "merchant"],
      answers: {
        200: answer(claimEvidence, evidenceExample, "The claim has this file already"),
        201: answer(claimEvidence, evidenceExample),
      },
      problems: [
        "claim.not_found",
        "claim.already_decided",
        "evidence.limit_reached",
        "evidence.type_unsupported",
        "image.unreadable",
        "image.too_many_pixels",
        "image.carries_metadata",
      ],
    }),
    session("conversions:write"),
    fileOnly(EVIDENCE_MAX_BYTES),
    fileForm(evidenceForm, EVIDENCE_MAX_BYTES),
    async (c) => {
      const { file } = c.req.valid("form");
      const { evidence, isNew } = await addEvidence(c.get("ctx"), c.req.param("id"), file);
      return c.json(evidence, isNew ? 201 : 200);
    },
  )
  .get(
    "/claims/:id/evidence/:evidenceId",
    documented({
      operation: "readClaimEvidence",
      tag,
      summary: "Read a piece of evidence",
      description: "For the two sides of the claim and for staff, never kept by any cache.",
      answers: { 200: { schema: z.string(), example: "…", description: "The picture or PDF", media: "*/*" } },
      problems: ["claim.not_found", "evidence.not_found"],
    }),
    session("conversions:read"),
    async (c) => {
      const { type, bytes, fileName } = await openEvidence(c.get("ctx"), c.req.param("id"), c.req.param("evidenceId"));
      return c.body(bytes, 200, {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      });
    },
  );
