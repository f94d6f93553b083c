// A body for each end of the API that takes one, from the API's own description.
import type { TestApp } from "./app.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: Body }>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}
interface Body {
  readonly content: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;
}

/** By method and path, as the routes are written: "POST /api/v1/employers/:kbo". */
export async function exampleBodies(app: TestApp): Promise<ReadonlyMap<string, unknown>> {
  const described = (await (await app.api.request("/api/v1/openapi.json")).json()) as Description;
  const schemas = described.components?.schemas ?? {};
  const bodies = new Map<string, unknown>();
  for (const [path, ends] of Object.entries(described.paths))
    for (const [method, { requestBody }] of Object.entries(ends)) {
      const json = requestBody?.content["application/json"];
      if (json !== undefined)
        bodies.set(
          `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
          json.example ?? exampleOf(json.schema ?? {}, schemas, 0),
        );
    }
  return bodies;
}

function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth: number): unknown {
  if (depth > 8) return null;
  const below = (one: Schema) => exampleOf(one, schemas, depth + 1);
  if (schema.$ref !== undefined) return below(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  for (const given of [schema.example, schema.const, schema.enum?.[0], schema.default]) if (given !== undefined) return given;
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return below(first);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(below));
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, below(one)]));
  if (type === "array") return schema.items === undefined ? [] : [below(schema.items)];
  if (type === "boolean") return true;
  return type === "integer" || type === "number" ? 1 : "x";
}
