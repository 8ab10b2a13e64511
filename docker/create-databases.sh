#!/bin/sh
# Run by the PostgreSQL image when its data folder is new: one role and its databases for the cases, one for Temporal, so that
# neither can read the other's.
set -eu

# The values reach psql as variables and are quoted there: a password may hold any character.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set casework="$CASEWORK_DB_PASSWORD" --set temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE casework LOGIN PASSWORD :'casework';
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE casework OWNER casework;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE CONNECT ON DATABASE casework, temporal, temporal_visibility FROM PUBLIC;
SQL
