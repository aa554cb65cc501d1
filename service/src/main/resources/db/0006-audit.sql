--liquibase formatted sql

--changeset holdfast:0006-audit
--comment: who did: entries are never changed, each carries the hash of the one before; what a redaction takes away stands apart, and its hash stays
create table audit_entry (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  action text not null,
  subject_type text not null,
  subject text not null,
  detail_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_entry_by_subject on audit_entry (subject_type, subject, number);
create index audit_entry_by_action on audit_entry (action, number);
create index audit_entry_by_time on audit_entry (at);
create table audit_detail (
  number bigint primary key references audit_entry (number),
  salt bytea not null,
  actor text,
  content text
);
create index audit_detail_by_actor on audit_detail (actor, number);
--rollback drop table audit_detail; drop table audit_entry;

--changeset holdfast:0006-audit-guards splitStatements:false
--comment: even the owner of the tables does not change or delete entries by mistake; a redaction is the one change there is
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed or deleted';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_refuse();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function audit_refuse();
create function audit_only_redact() returns trigger language plpgsql as $$
begin
  if new.number <> old.number or new.salt <> old.salt or new.actor is not null or new.content is not null then
    raise exception 'a detail of the audit can only be redacted';
  end if;
  if not exists (select from audit_entry where action = 'audit.redact' and subject_type = 'audit' and subject = old.number::text) then
    raise exception 'a redaction is itself audited, before it happens';
  end if;
  return new;
end $$;
create trigger audit_detail_redacted before update on audit_detail for each row execute function audit_only_redact();
create trigger audit_detail_stays before delete on audit_detail for each row execute function audit_refuse();
create trigger audit_detail_stays_whole before truncate on audit_detail for each statement execute function audit_refuse();
--rollback drop function audit_only_redact cascade; drop function audit_refuse cascade;
