// The keys of the work list: a small script of our own, served as a file. Without it everything works by Tab and Enter.
import { createHash } from "node:crypto";

const script = `"use strict";
const links = () => [...document.querySelectorAll("main table tbody th a")];
const help = document.getElementById("toetsen");
const typing = (target) => target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const all = links();
  const at = all.indexOf(document.activeElement);
  const go = (selector) => document.querySelector(selector)?.click();
  const keys = {
    j: () => all[Math.min(all.length - 1, at + 1)]?.focus(),
    k: () => all[Math.max(0, at - 1)]?.focus(),
    n: () => go("main a[rel=next]"),
    z: () => go("main a[href$='/zoeken']"),
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  const press = keys[event.key];
  if (press === undefined) return;
  event.preventDefault();
  press();
});
`;

/** What each key does, for the page. */
export const KEYS = [
  ["j", "volgend dossier"],
  ["k", "vorig dossier"],
  ["Enter", "dossier openen"],
  ["n", "volgende bladzijde"],
  ["z", "zoeken"],
  ["?", "deze uitleg tonen of sluiten"],
] as const;

export const keysScript = { text: script, hash: createHash("sha256").update(script).digest("hex").slice(0, 16) };
