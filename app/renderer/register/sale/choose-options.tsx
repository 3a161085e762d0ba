import { Button, Group, Modal, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineOption } from '../../../../domain/line.ts';
import type { Product } from '../../../../domain/shop.ts';
import { useApp } from '../../live/app.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { plainText } from '../../ui/plain-text.ts';
import classes from './choose-options.module.css';

/** Asks which one: one value of each option. With a single option the tap itself adds it. */
export function ChooseOptions(props: { product: Product; onClose: () => void }) {
  const { product, onClose } = props;
  const { cart } = useApp();
  const { t } = useTranslation();
  useReturnFocus(true);
  const [chosen, setChosen] = useState<readonly LineOption[]>([]);

  const add = (options: readonly LineOption[]) => {
    cart.getState().add(
      product.sku,
      product.options.flatMap(({ name }) => options.filter((option) => option.name === name)),
    );
    onClose();
  };
  const choose = (option: LineOption) => {
    const next = [...chosen.filter(({ name }) => name !== option.name), option];
    if (product.options.length === 1) add(next);
    else setChosen(next);
  };

  return (
    <Modal opened onClose={onClose} title={t('sale.choose.title', { name: plainText(product.name, 60) })}>
      {product.options.map(({ name, values }, index) => (
        <div key={name} className={classes.option} role="group" aria-label={plainText(name, 40)}>
          <div className={classes.name}>{plainText(name, 40)}</div>
          <div className={classes.values}>
            {values.map((value, at) => (
              <UnstyledButton
                key={value}
                className={classes.value}
                aria-pressed={chosen.some((option) => option.name === name && option.value === value)}
                data-autofocus={(index === 0 && at === 0) || undefined}
                data-testid="option-value"
                data-value={value}
                onClick={() => choose({ name, value })}
              >
                {plainText(value, 60)}
              </UnstyledButton>
            ))}
          </div>
        </div>
      ))}
      {product.options.length > 1 && (
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={chosen.length < product.options.length}
            onClick={() => add(chosen)}
            data-testid="add-with-options"
          >
            {t('sale.choose.add')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}
