// Where a fact was read: the key of each source with its title, as links where an address is known.
import type { SourceView } from "../../law/index.ts";

export function SourceLinks({ sources }: { readonly sources: readonly SourceView[] }) {
  return (
    <>
      {sources.map((source, index) => (
        <>
          {index === 0 ? "" : "; "}
          {source.url === null ? (
            <span lang="en">{source.title}</span>
          ) : (
            <a href={source.url} rel="external noopener" lang="en">
              {source.title}
            </a>
          )}
        </>
      ))}
    </>
  );
}
