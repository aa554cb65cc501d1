--liquibase formatted sql

--changeset holdfast:0007-approval
--comment: what is approved: versions with frozen content; a decided one stays as it was decided
create table approval_document (
  id bigint generated always as identity primary key,
  subject_type text not null check (subject_type ~ '^[a-z][a-z-]*$'),
  subject text not null,
  unique (subject_type, subject)
);
create table approval_version (
  document bigint not null references approval_document (id),
  number int not null check (number > 0),
  title text not null,
  title_zh_hant text not null,
  unit text,
  content text not null,
  basis text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  note text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  review_on date not null check (review_on >= valid_from and (valid_until is null or review_on <= valid_until)),
  submitted_by bigint not null references account (id),
  submitted_at timestamptz not null,
  state text not null check (state in ('submitted', 'approved', 'rejected', 'withdrawn', 'superseded')),
  decided_by bigint references account (id),
  decided_for bigint references account (id),
  decided_at timestamptz,
  reason text,
  primary key (document, number),
  constraint approval_version_decided check ((state = 'submitted') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint approval_version_reason check (state <> 'rejected' or coalesce(length(btrim(reason)), 0) >= 5),
  constraint approval_version_not_own_work check (
    state in ('submitted', 'withdrawn') or (decided_by <> submitted_by and decided_for is distinct from submitted_by)),
  constraint approval_version_withdrawn check (state <> 'withdrawn' or decided_by = submitted_by)
);
create unique index approval_version_one_waiting on approval_version (document) where state = 'submitted';
create unique index approval_version_one_approved on approval_version (document) where state = 'approved';
create index approval_version_by_submitter on approval_version (submitted_by);
create index approval_version_by_decider on approval_version (decided_by);
create index approval_version_by_represented on approval_version (decided_for);
create table approval_event (
  id bigint generated always as identity primary key,
  document bigint not null,
  number int not null,
  kind text not null check (kind ~ '^[a-z][a-z-]*$'),
  about text not null,
  at timestamptz not null,
  foreign key (document, number) references approval_version (document, number)
);
create index approval_event_by_version on approval_event (document, number);
--rollback drop table approval_event; drop table approval_version; drop table approval_document;

--changeset holdfast:0007-approval-guards splitStatements:false
--comment: what was submitted never changes, what was decided neither; an approved version can only be followed by the next one
create function approval_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'what was submitted for approval is never changed or deleted';
end $$;
create function approval_only_decide() returns trigger language plpgsql as $$
declare
  open approval_version := new;
begin
  if old.state = 'approved' and new.state = 'superseded' then
    open.state := old.state;
  elsif old.state = 'submitted' and new.state in ('approved', 'rejected', 'withdrawn') then
    open.state := old.state;
    open.decided_by := null;
    open.decided_for := null;
    open.decided_at := null;
    open.reason := null;
  end if;
  if open is distinct from old or old.state = new.state then
    raise exception 'a version can only be decided once, and what was submitted stays';
  end if;
  return new;
end $$;
create trigger approval_version_decided before update on approval_version for each row execute function approval_only_decide();
create trigger approval_version_stays before delete on approval_version for each row execute function approval_refuse();
create trigger approval_version_stays_whole before truncate on approval_version for each statement execute function approval_refuse();
create trigger approval_document_stays before update or delete on approval_document for each row execute function approval_refuse();
create trigger approval_document_stays_whole before truncate on approval_document for each statement execute function approval_refuse();
create trigger approval_event_stays before update or delete on approval_event for each row execute function approval_refuse();
create trigger approval_event_stays_whole before truncate on approval_event for each statement execute function approval_refuse();
--rollback drop function approval_only_decide cascade; drop function approval_refuse cascade;
