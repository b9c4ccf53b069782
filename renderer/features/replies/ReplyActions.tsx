import { Button, Group, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { OPERATIONS, replyOffers, type ReplyChoice } from './reply-offers.ts';
import type { ReplyDialog } from './ReplyDialogs.tsx';

/** Buttons of the letter's step, the others in a menu that opens with the keyboard. */
export function ReplyActions({ letter, onChoose }: { letter: ReplyLetter; onChoose: (dialog: ReplyDialog) => void }) {
  const { t } = useTranslation(['replies', 'common']);
  const { person } = useDesk();
  const [, go] = useLocation();
  const run = useOperation();
  const may = useMay();
  const all = replyOffers(letter, person.roles);
  const first = all.first.filter((choice) => may(OPERATIONS[choice]));
  const more = all.more.filter((choice) => may(OPERATIONS[choice]));

  function choose(choice: ReplyChoice): void {
    if (choice === 'edit') go(`/replies/${letter.id}/edit`);
    else if (choice === 'submit') void run(advanceReply, { action: 'submit', id: letter.id });
    else onChoose(choice);
  }

  return (
    <Group gap="xs" justify="flex-end">
      {first.map((choice, at) => (
        <Button key={choice} variant={at === 0 ? 'filled' : 'default'} onClick={() => choose(choice)}>
          {t(`action.${choice}`)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default">{t('common:more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((choice) => (
              <Menu.Item key={choice} color={choice === 'withdraw' ? 'red.9' : undefined} onClick={() => choose(choice)}>
                {t(`action.${choice}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
