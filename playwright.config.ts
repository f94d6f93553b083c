// Browser journeys: one server with synthetic records, one Chromium. Set MAATWERK_URL to test a server that already runs.
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const port = process.env.MAATWERK_BROWSER_PORT ?? "4610";
const running = process.env.MAATWERK_URL;
const chromium = findChromium();

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // What hangs is ended; a busy machine is no failure. What is not there is said much earlier, by the limits of each action below.
  timeout: 600_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  projects: [
    { name: "journeys", testIgnore: /every-page/ },
    // Minutes more, so only when asked (`npm run browser:every-page`). The journeys leave real files behind, such as a paid quarter, so that
    // there is something to open on every page.
    ...(process.env.EVERY_PAGE === undefined
      ? []
      : [{ name: "every page", testMatch: /every-page/, dependencies: ["journeys"] }]),
  ],
  use: {
    // The name under which the login provider sends visitors back.
    baseURL: running ?? `http://localhost:${port}`,
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    screenshot: "only-on-failure",
    // What is not there is said by then, also in a journey that may take ten minutes.
    actionTimeout: 60_000,
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  ...(running === undefined
    ? {
        webServer: {
          command: "node bin/maatwerk.mjs start",
          env: {
            PORT: port,
            HOST: "127.0.0.1",
            MAATWERK_DATA: process.env.MAATWERK_DATA ?? "var/browser",
            // Always the embedded server with synthetic records, whatever the environment of the caller says.
            DATABASE_URL: "",
            NODE_ENV: "",
          },
          stdout: "pipe",
          url: `http://127.0.0.1:${port}/`,
          timeout: 180_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        },
      }
    : {}),
});
