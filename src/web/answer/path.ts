// The addresses of the pages of parliamentary answers.
const ANSWERS = "/antwoorden";

export const ANY_ANSWER_PATH = `${ANSWERS}/:id`;
export const answerPath = (id: string): string => `${ANSWERS}/${id}`;
