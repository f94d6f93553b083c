// The calm mark on every page that shows synthetic records.
import type { Language } from "../../kernel/index.ts";
import { frameText } from "../text/frame.ts";

export function DemoMark({ language }: { readonly language: Language }) {
  const text = frameText(language);
  return (
    <aside class="mw-demo" aria-label={text.demoMark}>
      <div class="mw-wrap">
        <p>
          <strong>{text.demoMark}</strong> {text.demoText}
        </p>
      </div>
    </aside>
  );
}
