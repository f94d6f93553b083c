// The hands of a journey that is made by keyboard: every control is reached by Tab, and used by the keys that a person would press.
import { expect, type Locator, type Page } from "@playwright/test";

type File = Parameters<Locator["setInputFiles"]>[0];

/** What the page below says of a control; this program knows no browser's types. */
interface Control {
  readonly type?: string;
  readonly name?: string;
  readonly form?: unknown;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly ownerDocument: { readonly activeElement: Control | null; querySelectorAll(selector: string): Iterable<Control> };
  closest(selector: string): unknown;
  checkVisibility(): boolean;
}

/**
 * How many tab stops the focus is away from a control, back when negative; null when it is there. Of a group of radio buttons only the chosen one
 * is a stop, else the first. A function given to the page must be one: a text is only read, never called.
 */
const stepsTo = (target: Locator): Promise<number | null> =>
  target.evaluate((element) => {
    const own = element as unknown as Control;
    const { ownerDocument: page } = own;
    if (page.activeElement === own) return null;
    const every = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const buttons = [...page.querySelectorAll("input[type=radio]")];
    const stops = [...page.querySelectorAll(every)].filter((one) => {
      if (one.disabled === true || one.closest("dialog:not([open])") !== null || !one.checkVisibility()) return false;
      if (one.type !== "radio") return true;
      const group = buttons.filter((other) => other.name === one.name && other.form === one.form);
      return one === (group.find((other) => other.checked) ?? group[0]);
    });
    return stops.indexOf(own) - (page.activeElement === null ? -1 : stops.indexOf(page.activeElement));
  });

/** Moves the focus to a control by Tab alone. */
export async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  // Where the focus stood on no stop, Tab goes on from there and not from the top of the page: so counted again.
  for (let round = 0; round < 8; round += 1) {
    const steps = await stepsTo(target);
    if (steps === null) return;
    for (let pressed = 0; pressed < Math.abs(steps); pressed += 1) await keyboard.press(steps > 0 ? "Tab" : "Shift+Tab");
  }
  for (let pressed = 0; pressed < 200 && (await stepsTo(target)) !== null; pressed += 1) await keyboard.press("Tab");
  if ((await stepsTo(target)) !== null) throw new Error(`${target} was not reached by Tab on ${target.page().url()}`);
}

/** Presses a button or follows a link, and waits for the page that it leads to, style included: what is hidden is no stop of the next Tab. */
export async function enter(target: Locator): Promise<void> {
  await reach(target);
  const page = target.page();
  const led = page.waitForEvent("framenavigated", { timeout: 30_000 });
  await page.keyboard.press("Enter");
  await led;
  await page.waitForLoadState("load");
}

/** Opens what is folded: that leads to no other page. */
export async function unfold(target: Locator): Promise<void> {
  await reach(target);
  await target.page().keyboard.press("Enter");
}

/** By what it says, exactly. */
export const press = (page: Page, name: string): Promise<void> => enter(page.getByRole("button", { name, exact: true }));

/** In place of what stands in the field. */
export async function type(target: Locator, text: string): Promise<void> {
  await reach(target);
  const { keyboard } = target.page();
  await keyboard.press("Control+A");
  if (text === "") await keyboard.press("Delete");
  else await keyboard.type(text);
  await expect(target).toHaveValue(text);
}

/** Ticks a box, or walks to a radio button with the arrows from where its group is entered. */
export async function choose(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  const [steps, entry] = await target.evaluate((element) => {
    const own = element as unknown as Control;
    if (own.type !== "radio") return [0, 0];
    const group = [...own.ownerDocument.querySelectorAll("input[type=radio]")].filter(
      ({ name, form }) => name === own.name && form === own.form,
    );
    const first = Math.max(
      0,
      group.findIndex(({ checked }) => checked),
    );
    return [group.indexOf(own) - first, first];
  });
  if (steps === 0) await reach(target);
  else {
    const name = (await target.getAttribute("name")) ?? "";
    await reach(
      target
        .page()
        .locator(`input[type="radio"][name="${name}"]`)
        .nth(entry ?? 0),
    );
    const arrow = (steps ?? 0) > 0 ? "ArrowDown" : "ArrowUp";
    for (let pressed = 0; pressed < Math.abs(steps ?? 0); pressed += 1) await keyboard.press(arrow);
  }
  if (!(await target.isChecked())) await keyboard.press("Space");
  await expect(target).toBeChecked();
}

/** Walks through a list of choices with the arrows. */
export async function pick(target: Locator, wished: string | { readonly label: string }): Promise<void> {
  await reach(target);
  const options = await target
    .locator("option")
    .evaluateAll((all) =>
      all.map((one) => one as unknown as { value: string; label: string }).map(({ value, label }) => [value, label]),
    );
  const at = options.findIndex(([value, label]) => (typeof wished === "string" ? value === wished : label === wished.label));
  if (at < 0) throw new Error(`There is no choice ${JSON.stringify(wished)} on ${target.page().url()}`);
  const { keyboard } = target.page();
  await keyboard.press("Home");
  for (let pressed = 0; pressed < at; pressed += 1) await keyboard.press("ArrowDown");
  await expect(target).toHaveValue(options[at]?.[0] ?? "");
}

/** The button of a file field is reached by keyboard; the window in which a file is chosen is the system's. */
export async function attach(target: Locator, file: File): Promise<void> {
  await reach(target);
  await target.setInputFiles(file);
}
