import { type ReactElement, useId, useState } from 'react';
import { useLanguage } from '../../lib/i18n';

/** A place for one file: drop it or choose it. */
export function FileDrop({
  label,
  file,
  accept,
  onChoose,
}: {
  label: string;
  file: File | undefined;
  accept: string;
  onChoose: (file: File | undefined) => void;
}): ReactElement {
  const { t } = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={`drop${over ? ' over' : ''}${file ? ' full' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files.item(0);
        if (dropped) onChoose(dropped);
      }}
    >
      <input
        id={id}
        className="vh"
        type="file"
        accept={accept}
        onChange={(event) => {
          onChoose(event.target.files?.item(0) ?? undefined);
        }}
      />
      <label htmlFor={id}>
        <b>{label}</b>
        <span className="sub">
          {file
            ? t('importChosen', {
                name: file.name,
                size: Math.max(1, Math.round(file.size / 1024)).toLocaleString('en-GB'),
              })
            : t('importDrop')}
        </span>
      </label>
    </div>
  );
}
