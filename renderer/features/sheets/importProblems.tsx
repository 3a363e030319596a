import { List, ScrollArea } from "@mantine/core";
import { problemsOf, sentenceOf } from "../../api/errors.tsx";
import { Notice } from "./notice.tsx";

const listed = 300;

/** Why an import was refused, cell by cell: "Lembar P3, sel D7: 112 di luar 0–100". */
export function ImportProblems({ error }: { error: unknown }) {
  const problems = problemsOf(error);
  return (
    <Notice kind="refused" title={sentenceOf(error)}>
      {problems.length > 0 && (
        <ScrollArea.Autosize
          mah={300}
          type="auto"
          viewportProps={{ tabIndex: 0, "aria-label": "Daftar masalah" }}
        >
          <List size="sm" spacing={2}>
            {problems.slice(0, listed).map(({ path, message }) => (
              <List.Item key={`${path} ${message}`}>
                {path === "" || message.startsWith(path) ? message : `${path}: ${message}`}
              </List.Item>
            ))}
            {problems.length > listed && <List.Item>dan {problems.length - listed} masalah lain</List.Item>}
          </List>
        </ScrollArea.Autosize>
      )}
    </Notice>
  );
}
