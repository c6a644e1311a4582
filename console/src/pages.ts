// SPDX-License-Identifier: Apache-2.0
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Group } from '../../lambdas/records/principal.ts';
import type { frame } from './words/frame.ts';
import { titles } from './words/titles.ts';

export type Page = Readonly<{
  /** As react-router writes it. Ids only, never content. */
  path: string;
  title: string;
  section: keyof typeof frame.sections;
  /** Any one of these sees it; nobody else learns that it is there. */
  groups: readonly Group[];
  /** Not in the navigation: reached from another page. */
  inner?: true;
  page: LazyExoticComponent<ComponentType>;
}>;

/** Each page is a file of its own to the browser, loaded when it is first opened. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const leads: readonly Group[] = ['senior-reviewer', 'compliance'];
const officers: readonly Group[] = ['compliance'];
const reviewers: readonly Group[] = ['reviewer', 'senior-reviewer'];

/** Every page of the console, in the order of the navigation. The first that somebody may see is their home. */
export const pages: readonly Page[] = [
  {
    path: '/requests/:caseId?',
    title: titles.request,
    section: 'ask',
    groups: ['requester'],
    page: page(async () => (await import('./pages/request/request-page.tsx')).RequestPage),
  },
  {
    path: '/reviews',
    title: titles.queue,
    section: 'review',
    groups: reviewers,
    page: page(async () => (await import('./pages/queue/queue-page.tsx')).QueuePage),
  },
  {
    path: '/reviews/:caseId',
    title: titles.review,
    section: 'review',
    groups: reviewers,
    inner: true,
    page: page(async () => (await import('./pages/review/review-page.tsx')).ReviewPage),
  },
  {
    path: '/overview',
    title: titles.overview,
    section: 'review',
    groups: leads,
    page: page(async () => (await import('./pages/overview/overview-page.tsx')).OverviewPage),
  },
  {
    path: '/archive/cases/:caseId',
    title: titles.record,
    section: 'archive',
    groups: officers,
    inner: true,
    page: page(async () => (await import('./pages/archive/record-page.tsx')).RecordPage),
  },
  {
    path: '/archive',
    title: titles.search,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/search/search-page.tsx')).SearchPage),
  },
  {
    path: '/archive/people',
    title: titles.people,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/people/people-page.tsx')).PeoplePage),
  },
  {
    path: '/archive/questions',
    title: titles.questions,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/ask-archive/questions-page.tsx')).QuestionsPage),
  },
  {
    path: '/archive/sql',
    title: titles.sql,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/ask-archive/sql-page.tsx')).SqlPage),
  },
  {
    path: '/archive/policy-change',
    title: titles.policyChange,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/policy-change/policy-change-page.tsx')).PolicyChangePage),
  },
  {
    path: '/archive/containments',
    title: titles.containments,
    section: 'archive',
    groups: leads,
    page: page(async () => (await import('./pages/containments/containments-page.tsx')).ContainmentsPage),
  },
  {
    path: '/archive/seals',
    title: titles.seals,
    section: 'archive',
    groups: officers,
    page: page(async () => (await import('./pages/archive/seals-page.tsx')).SealsPage),
  },
];

export const pagesFor = (groups: readonly Group[]): readonly Page[] =>
  pages.filter((each) => each.groups.some((group) => groups.includes(group)));

/** Where a page's link goes: its path without what may follow. */
export const addressOf = ({ path }: Page): string => path.replace(/\/:\w+\?$/, '');
