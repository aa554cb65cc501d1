--liquibase formatted sql

--changeset holdfast:0002-register
--comment: the register as tables; json, not jsonb, keeps the order of keys as the file has it; rest holds keys of the file that have no column; references are checked at the end of a transaction
create table register (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 0,
  digest text,
  name text,
  names json,
  owner text,
  note text,
  tags text[],
  external_key text,
  currency text,
  time_zone text,
  rest json,
  changed_at timestamptz not null default now()
);
insert into register default values;
create table item (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]*$'),
  type text not null check (type in ('site', 'team', 'contact', 'asset', 'service', 'process', 'plan', 'scenario', 'drill')),
  position bigint not null,
  version int not null default 1 check (version > 0),
  name text,
  owner text,
  note text,
  tags text[],
  external_key text,
  rest json,
  unique (position) deferrable initially deferred
);
create index item_by_external_key on item (external_key) where external_key is not null;
create table item_name (
  item text not null references item (id) on delete cascade deferrable initially deferred,
  language text not null,
  position int not null,
  name text not null,
  primary key (item, language)
);
create table site (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  check ((lat is null) = (lon is null))
);
create table team (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  size int not null check (size >= 0),
  people boolean not null,
  mobilise json,
  mobilise_off_hours json
);
create table contact (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  team text references team (id) deferrable initially deferred,
  reach double precision not null check (reach between 0 and 1),
  answers json,
  deputy text references contact (id) deferrable initially deferred
);
create index contact_by_team on contact (team);
create index contact_by_deputy on contact (deputy);
create table element (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  kind text not null,
  site text references site (id) deferrable initially deferred,
  zone text,
  tier int check (tier between 1 and 9),
  restart json,
  capacity_unit text,
  capacity_amount double precision check (capacity_amount >= 0),
  demand_unit text,
  demand_amount double precision check (demand_amount >= 0),
  demand_growth double precision,
  mtbf_hours double precision,
  failure_shape double precision,
  common_cause_group text,
  common_cause_beta double precision check (common_cause_beta between 0 and 1),
  mtpd_hours double precision check (mtpd_hours >= 0),
  rto_hours double precision check (rto_hours >= 0),
  rpo_hours double precision check (rpo_hours >= 0),
  mbco double precision check (mbco between 0 and 1),
  wrt_hours double precision check (wrt_hours >= 0),
  rpo_volume_unit text,
  rpo_volume_amount double precision check (rpo_volume_amount >= 0),
  impact_pro_rata boolean
);
create index element_by_site on element (site);
create index element_by_kind on element (kind);
create table impact_point (
  element text not null references element (id) on delete cascade deferrable initially deferred,
  position int not null,
  curve text not null,
  hours double precision not null check (hours >= 0),
  value double precision not null check (value >= 0),
  primary key (element, position)
);
create table service_level (
  element text primary key references element (id) on delete cascade deferrable initially deferred,
  availability double precision check (availability between 0 and 1),
  per text not null check (per in ('month', 'quarter', 'year')),
  fee double precision not null check (fee >= 0)
);
create table service_credit (
  element text not null references service_level (element) on delete cascade deferrable initially deferred,
  measure text not null check (measure in ('availability', 'outage')),
  position int not null,
  threshold double precision not null check (threshold >= 0),
  share double precision not null check (share between 0 and 1),
  primary key (element, measure, position)
);
create table recovery_method (
  element text not null references element (id) on delete cascade deferrable initially deferred,
  position int not null,
  method_id text unique deferrable initially deferred,
  kind text not null check (kind in ('failover', 'restore', 'repair', 'rebuild', 'replace', 'workaround')),
  automatic boolean not null,
  success double precision not null check (success between 0 and 1),
  capacity double precision not null check (capacity between 0 and 1),
  duration json not null,
  lasts json,
  lag json,
  backup_every_hours double precision,
  backup_takes_hours double precision,
  backup_usable double precision check (backup_usable between 0 and 1),
  answers text[],
  states_needs boolean not null,
  name text,
  names json,
  owner text,
  note text,
  tags text[],
  external_key text,
  rest json,
  primary key (element, position)
);
create table crew (
  element text not null,
  method int not null,
  position int not null,
  team text not null references team (id) deferrable initially deferred,
  people int not null check (people > 0),
  primary key (element, method, position),
  foreign key (element, method) references recovery_method (element, position) on delete cascade deferrable initially deferred
);
create index crew_by_team on crew (team);
create table need (
  element text not null references element (id) on delete cascade deferrable initially deferred,
  path text not null,
  parent text,
  method int,
  list text not null check (list in ('needs', 'alsoNeeds')),
  position int not null,
  form text not null check (form in ('one', 'all', 'atLeast', 'pool')),
  needed text references element (id) deferrable initially deferred,
  at_least int check (at_least > 0),
  minimum double precision check (minimum between 0 and 1),
  share double precision check (share between 0 and 1),
  entry_id text unique deferrable initially deferred,
  holds_for json,
  soft double precision check (soft between 0 and 1),
  source text,
  verified text,
  rest json,
  primary key (element, path),
  foreign key (element, parent) references need (element, path) on delete cascade deferrable initially deferred,
  foreign key (element, method) references recovery_method (element, position) on delete cascade deferrable initially deferred,
  check ((form = 'one') = (needed is not null))
);
create index need_by_needed on need (needed);
create index need_by_parent on need (element, parent);
create index need_by_method on need (element, method);
create table scenario (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  origin text check (origin in ('natural', 'sudden', 'internal', 'intrusion')),
  frequency_per_year double precision check (frequency_per_year >= 0),
  detect json,
  declare json,
  lasts json,
  dwell json,
  staff double precision not null check (staff between 0 and 1),
  demand double precision not null check (demand >= 0),
  office_hours text not null check (office_hours in ('any', 'office', 'off')),
  horizon_hours double precision not null check (horizon_hours > 0)
);
create table hit (
  scenario text not null references scenario (id) on delete cascade deferrable initially deferred,
  position int not null,
  zones text[],
  kinds text[],
  tags text[],
  within_km double precision check (within_km >= 0),
  within_lat double precision check (within_lat between -90 and 90),
  within_lon double precision check (within_lon between -180 and 180),
  probability double precision not null check (probability between 0 and 1),
  together boolean not null,
  state text not null check (state in ('outage', 'damaged', 'destroyed', 'corrupted')),
  rest json,
  primary key (scenario, position)
);
create table hit_element (
  scenario text not null,
  hit int not null,
  position int not null,
  element text not null references element (id) deferrable initially deferred,
  primary key (scenario, hit, position),
  foreign key (scenario, hit) references hit (scenario, position) on delete cascade deferrable initially deferred
);
create index hit_element_by_element on hit_element (element);
create table hit_site (
  scenario text not null,
  hit int not null,
  position int not null,
  site text not null references site (id) deferrable initially deferred,
  primary key (scenario, hit, position),
  foreign key (scenario, hit) references hit (scenario, position) on delete cascade deferrable initially deferred
);
create index hit_site_by_site on hit_site (site);
create table model_plan (
  id text primary key references item (id) on delete cascade deferrable initially deferred
);
create table model_plan_element (
  plan text not null references model_plan (id) on delete cascade deferrable initially deferred,
  list text not null check (list in ('covers', 'sequence')),
  position int not null,
  element text not null references element (id) deferrable initially deferred,
  primary key (plan, list, position)
);
create index model_plan_element_by_element on model_plan_element (element);
create table model_drill (
  id text primary key references item (id) on delete cascade deferrable initially deferred,
  types text[],
  scenario text references scenario (id) deferrable initially deferred,
  announced boolean not null,
  steps json
);
create index model_drill_by_scenario on model_drill (scenario);
create table model_drill_scope (
  drill text not null references model_drill (id) on delete cascade deferrable initially deferred,
  position int not null,
  element text not null references element (id) deferrable initially deferred,
  primary key (drill, position)
);
create index model_drill_scope_by_element on model_drill_scope (element);
drop table current_model;
--rollback create table current_model (only_row boolean primary key default true check (only_row), digest text not null references model_snapshot (digest), revision bigint not null, changed_at timestamptz not null default now()); drop table model_drill_scope; drop table model_drill; drop table model_plan_element; drop table model_plan; drop table hit_site; drop table hit_element; drop table hit; drop table scenario; drop table need; drop table crew; drop table recovery_method; drop table service_credit; drop table service_level; drop table impact_point; drop table element; drop table contact; drop table team; drop table site; drop table item_name; drop table item; drop table register;
