import { ActionIcon, Button, Chip, Popover, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatusLabel, STATUS_LABELS } from '../../../../domain/label.ts';
import { type ListState, PAGE_SIZE } from '../../state/screen-store.ts';
import classes from './list-tools.module.css';

const LONGEST_SEARCH = 200;

/** Search and filter of one list. A new question starts at the first page again. */
export function ListTools(props: {
  list: ListState;
  onList: (part: Partial<ListState>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}) {
  const { list, onList, searchRef } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <TextInput
        ref={searchRef}
        className={classes.search}
        type="search"
        aria-label={t('transactions.searchLabel')}
        placeholder={t('transactions.search')}
        value={list.search}
        maxLength={LONGEST_SEARCH}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={
          list.search && (
            <ActionIcon aria-label={t('common.clear')} onClick={() => onList({ search: '', limit: PAGE_SIZE })}>
              <IconX size={16} />
            </ActionIcon>
          )
        }
        onChange={(event) => onList({ search: event.currentTarget.value, limit: PAGE_SIZE })}
        data-testid="search"
      />
      <StatusFilter list={list} onList={onList} />
    </div>
  );
}

function StatusFilter(props: { list: ListState; onList: (part: Partial<ListState>) => void }) {
  const { list, onList } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const count = list.statuses.length;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={18} />}
          aria-label={t('transactions.filter')}
          onClick={() => setOpen(!open)}
          data-testid="status-filter"
        >
          {count === 0 ? t('transactions.allStatuses') : t('transactions.filterOn', { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Chip.Group
          multiple
          value={[...list.statuses]}
          onChange={(picked) => onList({ statuses: picked.filter(isStatusLabel), limit: PAGE_SIZE })}
        >
          <div className={classes.chips}>
            {STATUS_LABELS.map((label) => (
              <Chip key={label} value={label} size="md" data-testid={`filter-${label}`}>
                {t(`status.label.${label}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <Button
          fullWidth
          mt="md"
          variant="default"
          disabled={count === 0}
          onClick={() => onList({ statuses: [], limit: PAGE_SIZE })}
        >
          {t('transactions.allStatuses')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
