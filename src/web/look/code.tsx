// A block of code: scrolls inside its own frame, which takes the keyboard.
export function Code({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <section class="mw-code" aria-label={label} tabindex={0}>
      <pre>{text}</pre>
    </section>
  );
}
