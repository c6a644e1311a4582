// SPDX-License-Identifier: Apache-2.0
import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import { Suspense, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useDesk } from '../context.ts';
import { addressOf, pagesFor } from '../pages.ts';
import { frame } from '../words/frame.ts';
import { signIn } from '../words/sign-in.ts';
import { Broken } from './broken.tsx';
import { Navigation } from './navigation.tsx';
import { NoticeBar } from './notices.tsx';
import { NotFound } from './not-found.tsx';
import { PageLoading } from './page-loading.tsx';
import { Titled } from './titled.tsx';
import { TopBar } from './top-bar.tsx';

/** Top bar, navigation, messages, and the page that the address names. */
export function Layout() {
  const { who } = useDesk();
  const mine = pagesFor(who.groups);
  // On a narrow screen the navigation would cover the page.
  const [open, setOpen] = useState(() => innerWidth > 688);
  return (
    <>
      <div id="top-bar">
        <TopBar />
      </div>
      <AppLayoutToolbar
        headerSelector="#top-bar"
        navigation={<Navigation pages={mine} />}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        notifications={<NoticeBar />}
        stickyNotifications
        toolsHide
        ariaLabels={{
          navigation: frame.navigation,
          navigationToggle: frame.openNavigation,
          navigationClose: frame.closeNavigation,
          notifications: frame.notifications,
        }}
        content={
          <Suspense fallback={<PageLoading />}>
            <Routes>
              {mine.map((each) => (
                <Route
                  key={each.path}
                  path={each.path}
                  element={
                    <Broken key={each.path}>
                      <Titled title={each.title}>
                        <each.page />
                      </Titled>
                    </Broken>
                  }
                />
              ))}
              <Route
                path="/"
                element={
                  mine[0] === undefined ? (
                    <NotFound text={signIn.unknown} />
                  ) : (
                    <Navigate to={addressOf(mine[0])} replace />
                  )
                }
              />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        }
      />
    </>
  );
}
