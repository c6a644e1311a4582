// SPDX-License-Identifier: Apache-2.0
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useLocation, useNavigate } from 'react-router';
import { addressOf, type Page } from '../pages.ts';
import { frame } from '../words/frame.ts';

const sections = Object.keys(frame.sections) as (keyof typeof frame.sections)[];

/** The pages that the signed-in person's groups may use, by section. */
export function Navigation({ pages }: Readonly<{ pages: readonly Page[] }>) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const listed = pages.filter((each) => each.inner !== true);
  const items = sections.flatMap((section): SideNavigationProps.Item[] => {
    const links = listed
      .filter((each) => each.section === section)
      .map((each) => ({ type: 'link' as const, text: each.title, href: addressOf(each) }));
    return links.length === 0
      ? []
      : [{ type: 'section-group', title: frame.sections[section], items: links }];
  });
  // An inner page belongs to the listed one that its address begins with.
  const active = listed
    .map(addressOf)
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .reduce((longest, path) => (path.length > longest.length ? path : longest), '');
  return (
    <SideNavigation
      activeHref={active}
      items={items}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href);
      }}
    />
  );
}
