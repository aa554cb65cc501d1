import { type ReactElement, useState } from 'react';
import { useLanguage } from '../lib/i18n';

/** Something to be taken elsewhere: selected at a touch, copied by a button that says so. */
export function CopyField({ label, value }: { label: string; value: string }): ReactElement {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      <input
        className="field mono"
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <button
        type="button"
        className="btn"
        onClick={() => {
          void navigator.clipboard.writeText(value).then(() => {
            setCopied(value);
          });
        }}
      >
        {t(copied === value ? 'copied' : 'copy')}
      </button>
    </>
  );
}
