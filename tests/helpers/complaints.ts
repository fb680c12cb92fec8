// What a page complains of while a test uses it: errors of scripts and of the console.
import type { Page } from "@playwright/test";

/** Listens from now on. The browser's own line about an answer that the test wanted to be refused is no complaint. */
export function complaintsOf(page: Page): () => string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  return () => complaints;
}
