// Which organisation looked at the file, when and for what purpose.
import { isRole, roleTitles } from "../../../access/index.ts";
import { type AccessPage, LIST_PURPOSES, PURPOSES } from "../../../counter/index.ts";
import { formatDate, type Language, type Localized, pick } from "../../../kernel/index.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { personText } from "../../text/person.ts";
import { personCrumbs, type WithFile } from "./tools.tsx";

const known: readonly Localized[] = [...Object.values(PURPOSES), ...Object.values(LIST_PURPOSES)];

/** The log is in Dutch; what we know in other languages is said in the reader's. */
function Purpose({ text, language }: { readonly text: string; readonly language: Language }) {
  const found = known.find((one) => one.nl === text);
  if (found !== undefined) return <>{pick(found, language)}</>;
  return language === "nl" ? text : <span lang="nl">{text}</span>;
}

export function WhoLookedPage(props: WithFile & { readonly access: AccessPage }) {
  const { page, access, to } = props;
  const { language } = page;
  const text = personText(language);
  const who = (role: string, organisation: string, name: string | null): string => {
    if (role === "person" || role === "selfEmployed") return text.you;
    const title = isRole(role) ? pick(roleTitles[role], language) : role;
    return organisation === "" ? title : `${title}, ${name ?? organisation}`;
  };
  return (
    <Layout page={page} title={text.whoLooked} crumbs={personCrumbs(props, { href: "", label: text.title })}>
      <h1 class="au-c-heading au-c-heading--1">{text.whoLooked}</h1>
      <p class="mw-form-lead">{text.whoLookedLead}</p>
      {access.lines.length === 0 ? (
        <Empty title={text.whoNone}>
          <p>{text.whoNoneBody}</p>
        </Empty>
      ) : (
        <Table
          caption={text.whoLooked}
          captionHidden
          columns={[
            { key: "day", title: text.day },
            { key: "who", title: text.organisation },
            { key: "purpose", title: text.purpose },
            { key: "times", title: text.times, number: true },
          ]}
          rows={access.lines.map((line) => ({
            cells: {
              day: formatDate(line.on, language),
              who: who(line.role, line.organisation, line.name),
              purpose: <Purpose text={line.purpose} language={language} />,
              times: String(line.times),
            },
          }))}
        />
      )}
      {access.before === null ? null : (
        <p class="mw-section">
          <a rel="next" href={`${to("/wie-keek")}?voor=${encodeURIComponent(access.before)}`}>
            {text.older}
          </a>
        </p>
      )}
      <p class="mw-section">
        <a href={to()}>{text.toFile}</a>
      </p>
    </Layout>
  );
}
