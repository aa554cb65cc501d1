import type { ReactElement } from 'react';
import { CopyField } from './CopyField';

/** Something that is shown only now, to be copied. */
export function Secret({ label, value }: { label: string; value: string }): ReactElement {
  return (
    <div className="secret" role="status">
      <p>{label}</p>
      <p className="btns">
        <CopyField label={label} value={value} />
      </p>
    </div>
  );
}
