-- Undoes step-1; sample script, never run.
BEGIN;
SET LOCAL statement_timeout = '5s';
SET LOCAL lock_timeout = '3s';
SET LOCAL idle_in_transaction_session_timeout = '15s';
UPDATE apr_action_types SET status = 'retired' WHERE _dot_origin = 'SB-1';
COMMIT;
