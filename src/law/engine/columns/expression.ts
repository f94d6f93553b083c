// How a node is written as integer arithmetic over columns.

export interface ColumnExpression {
  readonly text: string;
}

export interface ColumnCompiler {
  readonly placeholder: never;
}
