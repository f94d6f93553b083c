// The documents of a file or a person, for any page that shows that file or person.
import type { LetterLine } from "../../../counter/index.ts";
import { formatDate, formatDateShort, type Language, pick } from "../../../kernel/index.ts";
import { LETTER_KINDS } from "../../../letters/index.ts";
import { pathIn } from "../../language.ts";
import { Empty } from "../../look/empty.tsx";
import { Table } from "../../look/table.tsx";
import { lettersText } from "../../text/letters.ts";

export const DOCUMENT_PATH = "/documenten";

export interface DocumentListProps {
  readonly language: Language;
  readonly documents: readonly LetterLine[];
  /** Of letters about several workers: the name of the one that each is about. */
  readonly workerOf?: (line: LetterLine) => string;
}

/** A section with its own heading of level 2. */
export function DocumentList({ language, documents, workerOf }: DocumentListProps) {
  const text = lettersText(language);
  return (
    <section class="mw-section mw-flow" id="documenten">
      <h2 class="au-c-heading au-c-heading--2">{text.documents}</h2>
      {documents.length === 0 ? (
        <Empty title={text.none}>
          <p>{text.noneLead}</p>
        </Empty>
      ) : (
        <>
          <p>{text.documentsLead}</p>
          <Table
            caption={text.documents}
            captionHidden
            columns={[
              { key: "document", title: text.document },
              ...(workerOf === undefined ? [] : [{ key: "worker", title: text.worker }]),
              { key: "date", title: text.date, number: true },
              { key: "delivery", title: text.delivery },
              { key: "reference", title: text.reference },
            ]}
            rows={documents.map((line) => ({
              cells: {
                document: (
                  <a href={pathIn(language, `${DOCUMENT_PATH}/${line.letterRef}`)}>
                    {pick(LETTER_KINDS[line.kind].name, language)}
                  </a>
                ),
                ...(workerOf === undefined ? {} : { worker: workerOf(line) }),
                date: formatDateShort(line.dated),
                delivery: deliveryText(line, language),
                reference: <span class="mw-id">{line.reference}</span>,
              },
            }))}
          />
        </>
      )}
    </section>
  );
}

export function deliveryText({ delivery }: LetterLine, language: Language): string {
  const text = lettersText(language);
  if (delivery === null) return text.notSent;
  switch (delivery.outcome) {
    case "DELIVERED":
      return text.delivered(text[`channel${delivery.channel}`], formatDate(delivery.noticeOn ?? ("" as never), language));
    case "LISTED":
      return text.listed;
    case "NOT_REACHED":
      return text.onItsWay;
  }
}
