import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { addEvidence, fileSize, instantOf, RECORD_CLASSES, type Told } from '../../lib/evidence';
import { useLanguage } from '../../lib/i18n';
import { Fault } from '../Fault';
import { FileDrop } from '../FileDrop';
import { Labelled } from '../Labelled';

const NOTHING: Told = {
  recordClass: 'evidence',
  collectedAt: '',
  collectedBy: '',
  authorisedBy: '',
  present: '',
  place: '',
  description: '',
};

const WHO = ['collectedBy', 'authorisedBy', 'present', 'place'] as const;

/** A file, dropped or chosen, and how it was taken. */
export function AddEvidence({
  subjectType,
  subject,
  mostMib,
  onAdded,
  onCancel,
}: {
  subjectType: string;
  subject: string;
  mostMib: number;
  onAdded: (id: number) => void;
  onCancel: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [told, setTold] = useState(NOTHING);
  const add = useMutation({
    mutationFn: (chosen: File) =>
      addEvidence(subjectType, subject, chosen, { ...told, collectedAt: instantOf(told.collectedAt) }),
    onSuccess: async ({ item }) => {
      await queries.invalidateQueries({ queryKey: ['evidence'] });
      onAdded(item.id);
    },
  });
  const tooLarge = file !== null && file.size > mostMib * 2 ** 20;
  const tell = (key: keyof Told) => (event: { target: { value: string } }) => {
    setTold({ ...told, [key]: event.target.value });
  };
  return (
    <form
      className="adding"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) add.mutate(file);
      }}
    >
      <FileDrop
        label={file ? file.name : t('evidenceFile')}
        hint={file ? fileSize(file.size) : t('evidenceDrop', { most: mostMib })}
        file={file ?? undefined}
        onChoose={(chosen) => {
          setFile(chosen ?? null);
        }}
      />
      {tooLarge && (
        <p className="bad" role="alert">
          {t('evidenceTooLarge', { most: mostMib })}
        </p>
      )}
      <div className="fields">
        <Labelled label={t('evidenceClass')}>
          <select className="field" value={told.recordClass} onChange={tell('recordClass')}>
            {RECORD_CLASSES.map((each) => (
              <option key={each} value={each}>
                {t(`evidenceClass-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('evidenceCollectedAt')}>
          <input className="field" type="datetime-local" value={told.collectedAt} onChange={tell('collectedAt')} />
        </Labelled>
        {WHO.map((key) => (
          <Labelled key={key} label={t(`evidence-${key}`)}>
            <input className="field" maxLength={200} value={told[key]} onChange={tell(key)} />
          </Labelled>
        ))}
        <Labelled label={t('evidence-description')}>
          <input className="field" maxLength={2000} value={told.description} onChange={tell('description')} />
        </Labelled>
      </div>
      <Fault error={add.error} />
      <p className="btns">
        <button type="submit" className="btn pri" disabled={!file || tooLarge || add.isPending}>
          {t(add.isPending ? 'evidenceAdding' : 'evidenceKeep')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {t('evidenceCancel')}
        </button>
      </p>
    </form>
  );
}
