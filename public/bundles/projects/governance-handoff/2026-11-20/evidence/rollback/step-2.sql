-- Undoes step-2; sample script, never run.
BEGIN;
SET LOCAL statement_timeout = '5s';
SET LOCAL lock_timeout = '3s';
SET LOCAL idle_in_transaction_session_timeout = '15s';
DROP TABLE IF EXISTS governance_object_ownership CASCADE;
DROP TABLE IF EXISTS governance_responsibility_scope CASCADE;
COMMIT;
