// Our own mark: a staircase, for twenty quarters. Not the lion: this is no site of the government.

const shape = "M4 27h24V5h-7v6h-7v6H4z";

/** The mark beside the product's name; the name itself carries the meaning. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="3" fill="#0055cc" />
      <path d={shape} fill="#ffffff" />
    </svg>
  );
}

/** The same as a file, for the tab of a browser. */
export const markSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="3" fill="#0055cc"/><path d="${shape}" fill="#ffffff"/></svg>`;
