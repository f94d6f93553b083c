// A document as a page: the same model that its PDF is made from, block by block.
import { formatDate } from "../../../kernel/index.ts";
import type { Block, LetterDocument, Party } from "../../../letters/index.ts";
import { Table } from "../../look/table.tsx";
import { lettersText } from "../../text/letters.ts";

export function DocumentBody({ document }: { readonly document: LetterDocument }) {
  const text = lettersText(document.language);
  return (
    <article class="mw-letter" lang={document.language}>
      {document.synthetic ? <p class="mw-letter__mark">{text.synthetic}</p> : null}
      <div class="mw-letter__parties">
        <PartyBlock name={text.from} party={document.from} />
        <PartyBlock name={text.to} party={document.to} />
      </div>
      <dl class="mw-letter__about">
        <div>
          <dt>{text.reference}</dt>
          <dd>{document.reference}</dd>
        </div>
        <div>
          <dt>{text.date}</dt>
          <dd>{formatDate(document.date, document.language)}</dd>
        </div>
      </dl>
      <h1 class="au-c-heading au-c-heading--1">{document.title}</h1>
      {document.summary.length === 0 ? null : (
        <div class="mw-letter__summary">
          <p>
            <strong>{text.inShort}</strong>
          </p>
          {document.summary.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      {document.blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </article>
  );
}

function PartyBlock({ name, party }: { readonly name: string; readonly party: Party }) {
  return (
    <div>
      <p class="mw-quiet">{name}</p>
      <p>
        <strong>{party.name}</strong>
        {party.lines.map((line) => (
          <>
            <br />
            {line}
          </>
        ))}
      </p>
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case "heading":
      return <h2 class="au-c-heading au-c-heading--2">{block.text}</h2>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return (
        <dl class="mw-letter__facts">
          {block.rows.map((row) => (
            <div>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      );
    case "notice":
      return (
        <div class="mw-letter__notice">
          <p>
            <strong>{block.title}</strong>
          </p>
          <p>{block.text}</p>
        </div>
      );
    case "chart":
      return <p>{block.text}</p>;
    case "table":
      return (
        <Table
          caption={block.caption}
          columns={block.columns.map((column, at) => ({ key: String(at), title: column.title, number: column.align === "end" }))}
          rows={[
            ...block.rows.map((row) => ({ cells: cellsOf(row) })),
            ...(block.total === null ? [] : [{ cells: cellsOf(block.total), total: true }]),
          ]}
        />
      );
  }
}

const cellsOf = (row: readonly string[]) => Object.fromEntries(row.map((cell, at) => [String(at), cell]));
