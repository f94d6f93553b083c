// Parts of a larger job with their state, in any order the reader likes.
import type { Language } from "../../kernel/index.ts";
import { formText } from "../text/form.ts";

export interface Task {
  readonly href: string;
  readonly label: string;
  readonly state: "done" | "busy" | "todo";
}

const pill = { done: "au-c-pill--success", busy: "au-c-pill--link", todo: "au-c-pill--border" } as const;

export function TaskList({ language, tasks }: { readonly language: Language; readonly tasks: readonly Task[] }) {
  const text = formText(language);
  return (
    <ul class="mw-tasks">
      {tasks.map((task) => (
        <li>
          <a href={task.href}>{task.label}</a>
          <span class={`au-c-pill ${pill[task.state]}`}>{text[task.state]}</span>
        </li>
      ))}
    </ul>
  );
}
