import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';

/** A decision with its reason, which is kept. */
export function Decide({
  label,
  hint,
  decide,
  onDone,
  children,
}: {
  label: string;
  hint?: string;
  decide: (reason: string) => Promise<unknown>;
  onDone?: () => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => decide(reason),
    onSuccess: async () => {
      setReason('');
      await queries.invalidateQueries({ queryKey: ['retention'] });
      onDone?.();
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {children}
      <Labelled label={t('evidenceReason')} hint={hint}>
        <input
          className="field"
          required
          minLength={5}
          maxLength={2000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </Labelled>
      <button type="submit" className="btn" disabled={send.isPending}>
        {label}
      </button>
      <Fault error={send.error} />
    </form>
  );
}
