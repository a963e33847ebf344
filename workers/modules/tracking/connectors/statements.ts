import { and, eq, ne } from "drizzle-orm";
import { guarded, type Statement } from "../../../db/commit.ts";
import { insertRow } from "../../../db/insert-row.ts";
import type { Context } from "../../../platform/context.ts";
import { type ConnectorRow, connectors } from "./tables.ts";

export function insertConnector(row: ConnectorRow): Statement {
  return insertRow(connectors, row);
}

/** Changes the connector only if nobody did since it was read. */
export function updateConnector(ctx: Context, read: ConnectorRow, changes: Partial<ConnectorRow>): Statement[] {
  return guarded(
    ctx.db.orm
      .update(connectors)
      .set({ ...changes, version: read.version + 1, updatedAt: ctx.now() })
      .where(and(eq(connectors.id, read.id), eq(connectors.version, read.version), ne(connectors.state, "removed"))),
  );
}
