import { documentLinks, markdownLines } from '../../src/formats/plans/markdown-lines.ts';
import type { Repository } from '../collect/repository.ts';
import { matcher } from '../files/walk.ts';
import type { PlanGuess } from './guess-plans.ts';

export interface LinkGuess {
  /** Documents whose links are checked. */
  readonly files: readonly string[];
  readonly count: number;
  /** File and line of the first. */
  readonly first?: string;
}

const mostFiles = 500;

/** The links in the documents that plans are read from. */
export async function guessLinks(
  repository: Repository,
  plans: readonly PlanGuess[],
): Promise<LinkGuess> {
  const markdown = plans.filter(({ files }) => /\.(?:md|markdown)$/.test(files));
  const files = [...new Set(markdown.map((plan) => plan.files))];
  const takes = matcher(files);
  const documents = repository.files.filter(({ path }) => takes(path)).slice(0, mostFiles);
  let count = 0;
  let first: string | undefined;
  for (const { path } of documents) {
    const text = await repository.text(path);
    const links = text === undefined ? [] : documentLinks(markdownLines(text));
    count += links.length;
    const [link] = links;
    if (link !== undefined) first ??= `${path}:${link.line}`;
  }
  return { files, count, ...(first !== undefined && { first }) };
}
