// Payment blocks: the list, a new one, and one with who may confirm or lift it.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames, type OpenedBlock, openBlock, sealBlockReason, setBlock } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef, newRef, parseDateAsTyped, parseEuroAsTyped } from "../../../kernel/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { BlockPage, type Filled, KINDS, ListPage, NewPage } from "./block-pages.tsx";
import { acting, actorOf, at, doneIn, mistake, notFound, type PaymentDoor, type PaymentTools, shownWith } from "./frame.tsx";

const LISTED = 200;

export function blockRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at("/blokkeringen"), "ledger.see", async (page, c) => {
    const found = await counter.blocks.latest(LISTED);
    const names = await beneficiaryNames(
      counter,
      acting(c),
      found.map((one) => one.beneficiary.ref),
      "Blokkeringen opvolgen",
    );
    const mayAdd = reachOf(visitorIn(c).session.active.role, "block.propose") !== null;
    return <ListPage page={page} found={found} names={names} mayAdd={mayAdd} />;
  });
  const blank = (): Filled => ({
    ref: newRef(),
    number: "",
    kind: "",
    from: "",
    most: "",
    payeeName: "",
    payeeIban: "",
    reason: "",
  });
  door.page(at("/blokkering/nieuw"), "block.propose", (page) => <NewPage page={page} filled={blank()} reasons={[]} />);
  door.form(at("/blokkering/nieuw"), "block.propose", async (page, c, form) => {
    const filled = filledOf(form);
    const read = readBlock(filled);
    const done = read.ok ? await setBlock(counter, acting(c), read.value, filled.ref) : read;
    if (done.ok) return seeOther(at(`/blokkering/${done.value.blockRef}?ok=gezet`));
    return { status: 422, body: <NewPage page={page} filled={filled} reasons={done.error} /> };
  });
  const show = async (page: Page, c: WebContext, opened: OpenedBlock, reasons: readonly Reason[] = []): Promise<Shown> => {
    const names = await beneficiaryNames(counter, acting(c), [opened.block.beneficiary.ref], "Blokkering bekijken");
    const role = visitorIn(c).session.active.role;
    const body = (
      <BlockPage
        page={page}
        opened={opened}
        named={names.get(opened.block.beneficiary.ref) ?? { name: "", number: null }}
        reasons={reasons}
        mayPropose={reachOf(role, "block.propose") !== null}
        mayConfirm={reachOf(role, "block.confirm") !== null}
        me={actorOf(c).ref}
        done={doneIn(c)}
      />
    );
    return shownWith(body, reasons);
  };
  const find = async (c: WebContext) => {
    const ref = c.req.param("blokkering") ?? "";
    return isRef(ref) ? openBlock(counter, acting(c), ref) : null;
  };
  door.page(at("/blokkering/:blokkering"), "ledger.see", async (page, c) => {
    const opened = await find(c);
    return opened === null ? notFound(page) : show(page, c, opened);
  });
  const act = (
    path: string,
    permission: "block.propose" | "block.confirm",
    does: (
      opened: OpenedBlock,
      c: WebContext,
      form: SentForm,
    ) => Promise<{ readonly ok: boolean; readonly error?: readonly Reason[] }>,
  ) =>
    door.form(at(`/blokkering/:blokkering${path}`), permission, async (page, c, form) => {
      const opened = await find(c);
      if (opened === null) return notFound(page);
      const done = await does(opened, c, form);
      const back = at(`/blokkering/${opened.block.blockRef}?ok=${path.slice(1)}`);
      return done.ok ? seeOther(back) : show(page, c, opened, done.error ?? []);
    });
  act("/bevestigen", "block.confirm", ({ block }, c) => counter.blocks.do(block.blockRef, { type: "CONFIRM" }, actorOf(c)));
  act("/weigeren", "block.confirm", async ({ block }, c, form) => {
    const why = form.text("reason").trim();
    if (why === "") return { ok: false, error: [mistake("reason", "Een reden ontbreekt")] };
    return counter.blocks.do(
      block.blockRef,
      { type: "REFUSE", reasonRef: await sealBlockReason(counter, block, why) },
      actorOf(c),
    );
  });
  act("/opheffen", "block.propose", async ({ block }, c, form) => {
    const why = form.text("reason").trim();
    const day = parseDateAsTyped(form.text("lastDay"), "lastDay");
    const wrong = [
      ...(why === "" ? [mistake("reason", "Een reden ontbreekt")] : []),
      ...(day.ok ? [] : [mistake("lastDay", day.error.message.nl)]),
    ];
    if (wrong.length > 0 || !day.ok) return { ok: false, error: wrong };
    const reasonRef = await sealBlockReason(counter, block, why);
    return counter.blocks.do(block.blockRef, { type: "LIFT", lastDay: day.value, reasonRef }, actorOf(c));
  });
  act("/opheffing-bevestigen", "block.confirm", ({ block }, c) =>
    counter.blocks.do(block.blockRef, { type: "CONFIRM_LIFT" }, actorOf(c)),
  );
  act("/behouden", "block.confirm", ({ block }, c) => counter.blocks.do(block.blockRef, { type: "KEEP" }, actorOf(c)));
}

function filledOf(form: SentForm): Filled {
  const ref = form.text("ref");
  return {
    ref: isRef(ref) ? ref : newRef(),
    number: form.text("number"),
    kind: form.text("kind"),
    from: form.text("from"),
    most: form.text("mostCents"),
    payeeName: form.text("payeeName"),
    payeeIban: form.text("payeeIban"),
    reason: form.text("reason"),
  };
}

function readBlock(filled: Filled) {
  const wrong: Reason[] = [];
  const kind = KINDS.find((one) => one === filled.kind);
  if (kind === undefined) wrong.push(mistake("kind", "Kies een soort"));
  const from = parseDateAsTyped(filled.from, "from");
  if (!from.ok) wrong.push(mistake("from", from.error.message.nl));
  const most = filled.most.trim() === "" ? null : parseEuroAsTyped(filled.most, "mostCents");
  if (most !== null && !most.ok) wrong.push(mistake("mostCents", most.error.message.nl));
  if (filled.number.trim() === "") wrong.push(mistake("number", "Het nummer ontbreekt"));
  if (filled.reason.trim() === "") wrong.push(mistake("reason", "Een reden ontbreekt"));
  if (wrong.length > 0 || kind === undefined || !from.ok) return { ok: false as const, error: wrong };
  const { number, payeeName, payeeIban, reason } = filled;
  const mostCents = most?.ok === true ? most.value : null;
  return { ok: true as const, value: { number, kind, from: from.value, mostCents, payeeName, payeeIban, reason } };
}
