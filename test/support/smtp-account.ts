/** Whom the tests' SMTP servers know. */
export const SMTP_ACCOUNT = { user: "mailer", password: "pä$$ word" } as const;
