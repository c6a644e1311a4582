// SPDX-License-Identifier: Apache-2.0
import { Mode } from '@cloudscape-design/global-styles';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router';
import { useDesk } from '../context.ts';
import { frame } from '../words/frame.ts';
import { toggleMode, useMode } from './mode.ts';

export function TopBar() {
  const { who, session } = useDesk();
  const mode = useMode();
  const navigate = useNavigate();
  return (
    <TopNavigation
      identity={{
        href: '/',
        title: frame.product,
        onFollow: (event) => {
          event.preventDefault();
          void navigate('/');
        },
      }}
      i18nStrings={{
        overflowMenuTriggerText: frame.settings,
        overflowMenuTitleText: frame.settings,
        overflowMenuBackIconAriaLabel: frame.back,
        overflowMenuDismissIconAriaLabel: frame.closeSettings,
      }}
      utilities={[
        {
          type: 'button',
          text: mode === Mode.Dark ? frame.light : frame.dark,
          onClick: toggleMode,
        },
        {
          type: 'menu-dropdown',
          text: who.subject,
          description: [who.tenantId, ...who.groups.map((group): string => frame.groups[group])].join(', '),
          ariaLabel: `${frame.menu} ${who.subject}`,
          iconName: 'user-profile',
          items: [{ id: 'out', text: frame.signOut }],
          onItemClick: () => session.signOut(),
        },
      ]}
    />
  );
}
