-- What is looked at before a database that somebody else runs is used: how it keeps text, and whether the user owns it and may
-- make the second role.
select current_setting('server_encoding') as encoding,
       (rolsuper or rolcreaterole)
         and pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'usage') as may
  from pg_roles
 where rolname = current_user
