import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan, plainYuan } from '../../shared/domain/money.ts';

interface YuanFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** As typed: what cannot be read stays until it is put right. */
  value: string;
  onChange: (text: string) => void;
}

/** An amount in yuan, typed as `86.5` and written out as `86.50` on leaving; what is no amount is said beside the field. */
export function YuanField({ value, onChange, error, ...rest }: YuanFieldProps) {
  const { t } = useTranslation('dispatch');
  const [left, setLeft] = useState(false);
  const fen = parseYuan(value);
  return (
    <TextInput
      {...rest}
      value={value}
      inputMode="decimal"
      leftSection="¥"
      error={left && fen === null ? t('moneyRule') : error}
      onChange={(event) => {
        setLeft(false);
        onChange(event.currentTarget.value);
      }}
      onBlur={() => {
        setLeft(true);
        if (value.trim() !== '' && fen !== null) onChange(plainYuan(fen));
      }}
    />
  );
}
