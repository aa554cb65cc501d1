--liquibase formatted sql

--changeset holdfast:service-role runAlways:true runOnChange:true splitStatements:false
--comment: the role with which the service works: it cannot change the schema, nor change or delete what the audit holds or what was decided
do $$
begin
  if not exists (select from pg_roles where rolname = '${serviceRole}') then
    create role "${serviceRole}" login;
  end if;
  alter role "${serviceRole}" login password '${servicePassword}';
end $$;
revoke all on schema public from public;
grant usage on schema public to "${serviceRole}";
grant select, insert, update, delete on all tables in schema public to "${serviceRole}";
grant usage, select on all sequences in schema public to "${serviceRole}";
revoke update, delete, truncate on audit_entry from "${serviceRole}";
revoke delete, truncate on audit_detail from "${serviceRole}";
revoke delete, truncate on approval_version from "${serviceRole}";
revoke update, delete, truncate on approval_document, approval_event from "${serviceRole}";
revoke delete, truncate on evidence_item, retention_hold from "${serviceRole}";
revoke update, truncate on evidence_chunk from "${serviceRole}";
revoke insert, delete, truncate on retention_policy from "${serviceRole}";
revoke delete, truncate on change_record from "${serviceRole}";
revoke update, truncate on baseline_model from "${serviceRole}";
revoke update, delete, truncate on change_conclusion from "${serviceRole}";
revoke delete, truncate on sla_notice, sla_review from "${serviceRole}";
revoke update, delete, truncate on checklist_template from "${serviceRole}";
revoke delete, truncate on checklist_answer from "${serviceRole}";
revoke delete, truncate on corrective_action from "${serviceRole}";
revoke update, delete, truncate on drill_event from "${serviceRole}";
revoke delete, truncate on drill_run from "${serviceRole}";
revoke update, delete, truncate on learning_actual from "${serviceRole}";
revoke update, delete, truncate on drill_play_decision from "${serviceRole}";
revoke delete, truncate on drill_play from "${serviceRole}";
grant update (withdrawn_at, withdrawn_by, withdrawn_reason, superseded_by) on learning_actual to "${serviceRole}";
revoke delete, truncate on learning_edit from "${serviceRole}";
revoke all on databasechangelog, databasechangeloglock from "${serviceRole}";
--rollback not required
