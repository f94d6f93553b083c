// The pages about the law under /wet. Cases are run once, at the first page that needs them.
import type { Clock } from "../../../kernel/index.ts";
import { type CaseBook, type Law, parameterCard, ruleCard } from "../../../law/index.ts";
import { type Door, type Shown, unchanging } from "../../door.tsx";
import { ErrorPage } from "../../errors/error-page.tsx";
import type { Page } from "../../page.ts";
import { CasesPage } from "./cases-page.tsx";
import { CoveragePage } from "./coverage-page.tsx";
import { CriteriaPage } from "./criteria-page.tsx";
import { readTwoDays } from "./days.ts";
import { LawIndexPage } from "./index-page.tsx";
import { OpenPointPage, OpenPointsPage } from "./open-point-pages.tsx";
import { ParameterPage, ParametersPage } from "./parameter-pages.tsx";
import { CASES_PATH, COVERAGE_PATH, CRITERIA_PATH, LAW_PATH, OPEN_POINTS_PATH, PARAMETERS_PATH } from "./paths.ts";
import { RulePage } from "./rule-page.tsx";

export interface LawPages {
  readonly law: Law;
  readonly clock: Clock;
  readonly cases: () => Promise<CaseBook>;
}

export function lawRoutes(door: Door, { law, clock, cases }: LawPages): void {
  const lost = (page: Page): Shown => ({ status: 404, body: <ErrorPage page={page} kind="notFound" requestId={null} /> });
  const status = (mistakes: readonly unknown[]) => (mistakes.length > 0 ? (400 as const) : (200 as const));

  door.page(LAW_PATH, "everyone", async (page) => {
    const book = await cases();
    return unchanging(law, () => <LawIndexPage page={page} law={law} book={book} />);
  });
  door.page("/wet/regels/:id", "everyone", async (page, c) => {
    const book = await cases();
    const rule = ruleCard(
      law,
      c.req.param("id") ?? "",
      book.results.map((result) => result.case),
    );
    return rule === null ? lost(page) : unchanging(law, () => <RulePage page={page} law={law} book={book} rule={rule} />);
  });
  door.page(PARAMETERS_PATH, "everyone", (page, c) => {
    const days = readTwoDays(new URL(c.req.url).searchParams, page.language);
    const body = () => <ParametersPage page={page} law={law} days={days} today={clock.today()} />;
    return page.query === "" ? unchanging(law, body) : { status: status(days.mistakes), body: body() };
  });
  door.page(`${PARAMETERS_PATH}/:id`, "everyone", (page, c) => {
    const days = readTwoDays(new URL(c.req.url).searchParams, page.language);
    const parameter = parameterCard(law, c.req.param("id") ?? "", days.known ?? undefined);
    if (parameter === null) return lost(page);
    const body = () => <ParameterPage page={page} law={law} parameter={parameter} days={days} />;
    return page.query === "" ? unchanging(law, body) : { status: status(days.mistakes), body: body() };
  });
  door.page(OPEN_POINTS_PATH, "everyone", (page) => unchanging(law, () => <OpenPointsPage page={page} law={law} />));
  door.page(`${OPEN_POINTS_PATH}/:id`, "everyone", async (page, c) => {
    const point = law.switches.get(c.req.param("id") ?? "");
    if (point === undefined) return lost(page);
    const { results } = await cases();
    return unchanging(law, () => (
      <OpenPointPage page={page} law={law} point={point} cases={results.map((result) => result.case)} />
    ));
  });
  door.page(CASES_PATH, "everyone", async (page) => {
    const book = await cases();
    return unchanging(law, () => <CasesPage page={page} book={book} />);
  });
  door.page(COVERAGE_PATH, "everyone", (page) => unchanging(law, () => <CoveragePage page={page} law={law} />));
  door.page(CRITERIA_PATH, "everyone", (page) => unchanging(law, () => <CriteriaPage page={page} law={law} />));
}
