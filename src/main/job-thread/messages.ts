// What a thread says of each job.
export type FromThread<Answer> =
  | { readonly kind: "computed"; readonly computed: Answer }
  | { readonly kind: "failed"; readonly error: unknown };
