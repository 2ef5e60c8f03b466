-- Undoes sb-0; sample script, never run.
BEGIN;
SET LOCAL statement_timeout = '5s';
SET LOCAL lock_timeout = '3s';
SET LOCAL idle_in_transaction_session_timeout = '15s';
DROP TABLE IF EXISTS axis_assignment;
DROP TABLE IF EXISTS axis_registry;
DROP TABLE IF EXISTS governance_build_authorization;
COMMIT;
