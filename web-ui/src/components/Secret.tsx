import { type ReactElement, useState } from 'react';
import { useLanguage } from '../lib/i18n';

/** Something that is shown only now, to be copied. */
export function Secret({ label, value }: { label: string; value: string }): ReactElement {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  return (
    <div className="secret" role="status">
      <p>{label}</p>
      <p className="btns">
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
              setCopied(true);
            });
          }}
        >
          {t(copied ? 'copied' : 'copy')}
        </button>
      </p>
    </div>
  );
}
