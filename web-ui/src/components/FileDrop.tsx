import { type ReactElement, useId, useState } from 'react';
import './file-drop.css';

/** A place for one file: drop it or choose it. */
export function FileDrop({
  label,
  hint,
  file,
  accept,
  onChoose,
}: {
  label: string;
  hint: string;
  file: File | undefined;
  accept?: string;
  onChoose: (file: File | undefined) => void;
}): ReactElement {
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
        <span className="sub">{hint}</span>
      </label>
    </div>
  );
}
