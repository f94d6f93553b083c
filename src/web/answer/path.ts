// The address of the page of a parliamentary answer.
export const ANSWER_PATH = "/antwoorden/sv-170";
