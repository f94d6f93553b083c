// Words of the counter of employers and self-employed people, part by part as they meet them.

import { activityWords } from "./applicant/activity.ts";
import { advanceWords } from "./applicant/advance.ts";
import { applicationWords } from "./applicant/application.ts";
import { checkWords } from "./applicant/check.ts";
import { fileWords } from "./applicant/file.ts";
import { followUpWords } from "./applicant/follow-up.ts";
import { programWords } from "./applicant/programs.ts";
import { startWords } from "./applicant/start.ts";
import { workWords } from "./applicant/work.ts";
import { catalogue } from "./catalogue.ts";

export const applicantText = catalogue({
  ...startWords,
  ...applicationWords,
  ...workWords,
  ...activityWords,
  ...advanceWords,
  ...checkWords,
  ...fileWords,
  ...followUpWords,
  ...programWords,
});

export type ApplicantText = ReturnType<typeof applicantText>;
