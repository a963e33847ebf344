import { describe, expect, it } from "vitest";
import { csvLine } from "../../workers/core/csv-line.ts";
import { readSheet } from "../../workers/core/csv-sheet.ts";

const CELLS = ["=1+1", "+212", "-2", "@SUM(A1)", "\t=1+1", " =1+1", "\r=1+1", "'=1+1", "' =1+1"];

describe("a CSV", () => {
  it("runs no cell as a formula, though white space stands before it", () => {
    for (const cell of CELLS) expect(csvLine([cell], "en").replace(/^"/, "")[0]).toBe("'");
    for (const cell of ["Fès", "12,50", "", "'Aïn Sebaâ", "a=b"])
      expect(csvLine([cell], "en").trim()).toBe(cell.includes(",") ? `"${cell}"` : cell);
  });

  it("reads the cells it has marked as they were", () => {
    const text = `${csvLine(["a"], "en")}${CELLS.map((cell) => csvLine([cell], "en")).join("")}`;
    const form = { columnOf: () => "a" as const, needed: ["a"] as const };
    const { lines } = readSheet<"a">(new TextEncoder().encode(text), form);
    expect(lines.map(({ cells }) => cells.a)).toEqual(CELLS);
  });
});
