// The page on which a visitor of the demonstration chooses who to be. Says on every line that nobody on it is real.
import type { StandInAccount } from "./stand-in.ts";

export function choicePage(accounts: readonly StandInAccount[], uid: string): string {
  const items = accounts
    .map(
      (a) =>
        `<li><form method="post" action="/choose/${escapeHtml(uid)}"><input type="hidden" name="account" value="${escapeHtml(a.id)}"><button>${escapeHtml(a.label)}</button></form><p>${escapeHtml(a.description)}</p></li>`,
    )
    .join("");
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kies wie u bent – oefenaanmelding</title><style>${style}</style></head><body>
<p class="mark" role="note"><strong>Oefenaanmelding.</strong> Dit vervangt de aanmelding van de Vlaamse overheid. Niemand op deze pagina bestaat echt.</p>
<main><h1>Kies wie u bent</h1><p>Elke knop meldt u aan als die persoon uit synthetisch Vlaanderen.</p><ul>${items}</ul></main></body></html>`;
}

/** Asks once more before logging out here too. `form` is the provider's own, with its protection. */
export function logoutPage(form: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Afmelden – oefenaanmelding</title><style>${style}</style></head><body>
<p class="mark" role="note"><strong>Oefenaanmelding.</strong> Dit vervangt de aanmelding van de Vlaamse overheid.</p>
<main><h1>Ook hier afmelden?</h1><p>U bent afgemeld bij Maatwerk. Meld u hier ook af, anders kan de volgende bezoeker van dit toestel zonder vraag weer aanmelden.</p>
${form}<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, afmelden</button></p></main></body></html>`;
}

const style = `body{margin:0;font:18px/1.5 system-ui,sans-serif;color:#212121}main{max-width:44rem;margin:0 auto;padding:0 1rem 3rem}
.mark{margin:0;padding:.75rem 1rem;background:#fff4e5;border-bottom:3px solid #8a3600;color:#5c2400}ul{list-style:none;padding:0;margin:0}
li{padding:1rem 0;border-top:1px solid #cbd2d9}li p{margin:.4rem 0 0;color:#4c5660}
button{font:inherit;font-weight:600;color:#fff;background:#05c;border:0;border-radius:.2rem;padding:.6rem 1rem;cursor:pointer;text-align:left;max-width:100%}
button:hover{background:#003b8e}button:focus-visible{outline:3px solid #ffc515;outline-offset:2px}`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);
}
