// SPDX-License-Identifier: Apache-2.0
import Pagination from '@cloudscape-design/components/pagination';
import type { Pages } from '../api/use-pages.ts';
import { frame } from '../words/frame.ts';

type Props = Readonly<{
  /** What is paged, for screen readers. */
  label: string;
  pages: Pick<Pages, 'page' | 'turnTo'>;
  /** Where the page after this begins, if there is one. */
  next: string | undefined;
}>;

/** For the `pagination` of a table: nothing, not even room, where all is on one page. */
export const pageTurner = ({ label, pages, next }: Props) =>
  (pages.page > 1 || next !== undefined) && (
    <Pagination
      currentPageIndex={pages.page}
      pagesCount={pages.page + (next === undefined ? 0 : 1)}
      openEnd={next !== undefined}
      onChange={({ detail }) => pages.turnTo(detail.currentPageIndex, next)}
      ariaLabels={{
        paginationLabel: label,
        nextPageLabel: frame.nextPage,
        previousPageLabel: frame.previousPage,
        pageLabel: frame.page,
      }}
    />
  );
