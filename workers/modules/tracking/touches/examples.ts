import type { BrowserOrder } from "../../../../schemas/touches.ts";

export const browserOrderExample: BrowserOrder = {
  orderId: "1001",
  clickToken: "AQAAAAAqAGkk3kC7Qm9y8n2LwZ0vT5pXe1dS",
};
