import type { PostbackTaken } from "../../../../schemas/touches.ts";

export const postbackTakenExample: PostbackTaken = {
  outcome: "recorded",
  orderId: "1001",
  conversionId: "cnv_01kaqhb0c9f2t8x4k6m7n8p9qa",
};

/** A call with every step of its signature; a test works it out anew. */
export const SIGNED_EXAMPLE = {
  secret: "nq3V7wq9b0JkQ8T2rY5uL1xC6mE4aZfGhD0sPiOvKtM",
  query:
    "order_id=1001&amount_minor=45000&currency=MAD&payment=cod&click=AQAAAAAqAGkk3kC7Qm9y8n2LwZ0vT5pXe1dS&ts=1795421840&key=con_01kaqhf7x2f3v8zc0m5n6p7q8r",
  signed:
    "amount_minor=45000&click=AQAAAAAqAGkk3kC7Qm9y8n2LwZ0vT5pXe1dS&currency=MAD&key=con_01kaqhf7x2f3v8zc0m5n6p7q8r&order_id=1001&payment=cod&ts=1795421840",
  sig: "52c234ec333ff251350e7015d343c997d063eb14c13b8391b4953fe42bd7e54e",
} as const;
