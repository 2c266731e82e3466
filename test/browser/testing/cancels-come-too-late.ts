// The helper for Playwright that docs/testing.md shows; a test holds the two to each other.
import { fixtures, urlPattern } from "autoshares-cancel/testing/fixtures";
import type { Page } from "playwright-core"; // or from "@playwright/test"

/** From here on every cancel in this page comes too late. */
export async function cancelsComeTooLate(page: Page): Promise<void> {
  const { status, headers, body } = fixtures.cancelOrder["order-already-filled"];
  await page.route(urlPattern("cancelOrder"), (route) =>
    // Reading an order has the same address.
    route.request().method() === "DELETE" ? route.fulfill({ status, headers, json: body }) : route.fallback(),
  );
}
