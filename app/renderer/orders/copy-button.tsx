import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../ui/copy-text.ts';

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton(props: { text: string; what: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1_500);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = copied ? t('common.copied') : t('common.copyWhat', { what: props.what });
  return (
    <ActionIcon aria-label={name} title={name} onClick={async () => setCopied(await copyText(props.text))}>
      {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
    </ActionIcon>
  );
}
