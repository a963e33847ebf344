import * as z from "zod";
import { done } from "../../../../schemas/auth.ts";
import { addHost as addHostBody, type Host, host } from "../../../../schemas/hosts.ts";
import { newApp } from "../../../http/app.ts";
import { answer, documented } from "../../../http/documented.ts";
import { idempotency } from "../../../http/idempotency.ts";
import { session } from "../../../http/session.ts";
import { body, jsonOnly, noBody } from "../../../http/validate.ts";
import { listHosts } from "../queries.ts";
import { addHost } from "./add-host.ts";
import { hostObject } from "./host-object.ts";
import { removeHost } from "./remove-host.ts";
import { proofOf } from "./rules.ts";
import { verifyHost } from "./verify-host.ts";

const tag = "Products";
const hostList = z.object({ data: z.array(host) }).meta({ id: "HostList" });

const hostExample: Host = {
  id: "hst_01kaqh6y2tf3v8zc0m5n6p7q8r",
  host: "atlas-mode.ma",
  state: "waiting",
  proof: proofOf("atlas-mode.ma", "m7k2q9x4t6w8r3n5p2y7d9f4h6j8g3ak"),
  verifiedBy: null,
  verifiedAt: null,
  checkedAt: null,
  createdAt: "2026-11-18T08:30:00.000Z",
};

/** The sites a merchant proves to own: links lead nowhere else. */
export const hostRoutes = newApp()
  .get(
    "/hosts",
    documented({
      operation: "listHosts",
      tag,
      summary: "List your sites",
      roles: ["merchant"],
      answers: { 200: answer(hostList, { data: [hostExample] }) },
    }),
    session("products:read"),
    async (c) => c.json({ data: (await listHosts(c.get("ctx"))).map(hostObject) }),
  )
  .post(
    "/hosts",
    documented({
      operation: "addHost",
      tag,
      summary: "Add a site",
      description: "The answer says what proves that it is yours: a DNS record or a tag on its first page.",
      roles: ["merchant"],
      example: { host: "atlas-mode.ma" },
      answers: { 201: answer(host, hostExample) },
    }),
    session("products:write"),
    jsonOnly,
    idempotency,
    body(addHostBody),
    async (c) => c.json(await addHost(c.get("ctx"), c.req.valid("json")), 201),
  )
  .post(
    "/hosts/:id/verify",
    documented({
      operation: "verifyHost",
      tag,
      summary: "Look for the proof of a site now",
      roles: ["merchant"],
      answers: { 200: answer(host, { ...hostExample, state: "verified", verifiedBy: "dns" }) },
      problems: ["host.not_found", "host.proof_missing", "host.taken", "server.unavailable"],
    }),
    session("products:write"),
    noBody,
    idempotency,
    async (c) => c.json(await verifyHost(c.get("ctx"), c.req.param("id"))),
  )
  .delete(
    "/hosts/:id",
    documented({
      operation: "removeHost",
      tag,
      summary: "Take a site off your list",
      description: "Not while products lead there.",
      roles: ["merchant"],
      answers: { 200: answer(done, { done: true }) },
      problems: ["host.not_found", "host.in_use"],
    }),
    session("products:write"),
    async (c) => {
      await removeHost(c.get("ctx"), c.req.param("id"));
      return c.json({ done: true } as const);
    },
  );
