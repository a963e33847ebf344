/** What every account of a seed signs in with on a developer's machine. */
export const DEMO_PASSWORD = "ShareYourSales-Demo-2026";

/** Its stored form, so that a seed need not hash it for each of its people. In production it opens nothing. */
export const DEMO_PASSWORD_HASH = "scrypt$14$8$5$c2hhcmV5b3Vyc2FsZXMAAA$ErKWIRh4gnUTEnwsA40B88ta9WlajWbn2XZaT5OH7t8";
