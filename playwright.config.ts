// Browser journeys: one server with synthetic records, one Chromium. Set MAATWERK_URL to test a server that already runs.
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const port = 4610;
const running = process.env.MAATWERK_URL;
const chromium = findChromium();

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: running ?? `http://127.0.0.1:${port}`,
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    screenshot: "only-on-failure",
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
          command: `node bin/maatwerk.mjs start --port ${port} --data var/browser`,
          url: `http://127.0.0.1:${port}/`,
          timeout: 180_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        },
      }
    : {}),
});
