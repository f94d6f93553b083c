// The steps of a task, with the one that the reader is at.
export interface StagesProps {
  readonly label: string;
  readonly stages: readonly string[];
  /** Index of the current one. */
  readonly at: number;
}

export function Stages({ label, stages, at }: StagesProps) {
  return (
    <nav aria-label={label}>
      <ol class="mw-stages">
        {stages.map((stage, index) => (
          <li aria-current={index === at ? "step" : undefined}>{stage}</li>
        ))}
      </ol>
    </nav>
  );
}
