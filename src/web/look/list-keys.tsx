// Keys of a work list, said on "?": a small script of our own, served as a file. Without it everything works by Tab and Enter.
import { createHash } from "node:crypto";
import { SubmitButton } from "./button.tsx";

const script = `"use strict";
const links = () => [...document.querySelectorAll("main table tbody th a")];
const help = document.getElementById("toetsen");
const typing = (target) => target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const all = links();
  const at = all.indexOf(document.activeElement);
  const search = document.querySelector("[data-search], input[type=search], #naam");
  const keys = {
    j: () => all[Math.min(all.length - 1, at + 1)]?.focus(),
    k: () => all[Math.max(0, at - 1)]?.focus(),
    n: () => document.querySelector("main a[rel=next]")?.click(),
    z: () => (search instanceof HTMLInputElement ? search.focus() : search?.click()),
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  const press = keys[event.key];
  if (press === undefined) return;
  event.preventDefault();
  press();
});
`;

export const listKeysScript = {
  text: script,
  path: `/look/lijst-${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`,
};

const KEYS = (what: string) =>
  [
    ["j", `volgend${what === "dossier" ? "" : "e"} ${what}`],
    ["k", `vorig${what === "dossier" ? "" : "e"} ${what}`],
    ["Enter", `${what} openen`],
    ["n", "volgende bladzijde"],
    ["z", "zoeken"],
    ["?", "deze uitleg tonen of sluiten"],
  ] as const;

/** Stands once on the page of a list whose rows begin with a link; what searches carries `data-search` or is the field "naam". */
export function ListKeys({ what }: { readonly what: "dossier" | "regel" }) {
  return (
    <>
      <dialog class="mw-keys" id="toetsen" aria-labelledby="toetsen-titel">
        <h2 class="au-c-heading au-c-heading--3" id="toetsen-titel">
          Toetsen
        </h2>
        <dl class="mw-summary">
          {KEYS(what).map(([key, does]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <SubmitButton secondary>Sluiten</SubmitButton>
        </form>
      </dialog>
      <script src={listKeysScript.path} defer></script>
    </>
  );
}
