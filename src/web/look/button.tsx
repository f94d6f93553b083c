// Buttons say what happens; a link that looks like one stays a link.
import type { Child } from "hono/jsx";

export interface ButtonProps {
  readonly children: Child;
  readonly secondary?: boolean;
  readonly name?: string;
  readonly value?: string;
}

const look = (secondary: boolean) => `au-c-button au-c-button--${secondary ? "secondary" : "primary"}`;

export function SubmitButton({ children, secondary = false, name, value }: ButtonProps) {
  return (
    <button type="submit" class={look(secondary)} name={name} value={value}>
      {children}
    </button>
  );
}

export function ButtonLink({ children, secondary = false, href }: { children: Child; secondary?: boolean; href: string }) {
  return (
    <a class={look(secondary)} href={href}>
      {children}
    </a>
  );
}
