// Reviews for programs: the committee's advice and the board's decision.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  adviseReview,
  decideReviewOf,
  openReviewPlace,
  parseReviewAdvice,
  parseReviewDecision,
  type ReviewPlace,
  reviewsOf,
  type VdabPorts,
  versionOf,
} from "../../counter/index.ts";
import type { Review } from "../../dossier/index.ts";
import { asRef, isRef, ownValue, type ReviewRef } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { withJson } from "../applicant/request.ts";
import { asking, changing, refusedBy } from "./asking.ts";
import * as paths from "./paths.ts";
import { headersOf, reviewJson } from "./shapes.ts";

export function reviewRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  const withReview = async (
    c: ApiContext,
    acting: Acting,
    then: (place: ReviewPlace, review: Review) => Promise<Response>,
  ): Promise<Response> => {
    const stream = c.req.param("stream") ?? "";
    const place = isRef(stream) ? await openReviewPlace(ports, acting, stream) : null;
    const review = place === null ? undefined : ownValue(reviewsOf(place), c.req.param("review") ?? "");
    return place === null || review === undefined ? notFound(c) : then(place, review);
  };
  const answer = (c: ApiContext) => async (place: ReviewPlace, review: Review) =>
    c.json({ ...reviewJson(review), version: versionOf(place) }, 200, headersOf(versionOf(place)));
  app.get(
    paths.REVIEW,
    allow("review.handle", (c: ApiContext) => asking(c, (acting) => withReview(c, acting, answer(c)))),
  );
  app.post(
    `${paths.REVIEW}/advice`,
    allow("review.handle", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withReview(c, acting, async (place, review) => {
            const input = parseReviewAdvice(body);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await adviseReview(ports, acting, place, asRef<ReviewRef>(review.reviewRef), input.value, meta);
              return done.ok ? withReview(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
  app.post(
    `${paths.REVIEW}/decision`,
    allow("review.handle", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withReview(c, acting, async (place, review) => {
            const input = parseReviewDecision(body, review.subject);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await decideReviewOf(ports, acting, place, review, input.value, meta);
              return done.ok ? withReview(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
}
