-- Undoes step-6; sample script, never run.
BEGIN;
SET LOCAL statement_timeout = '5s';
SET LOCAL lock_timeout = '3s';
SET LOCAL idle_in_transaction_session_timeout = '15s';
DELETE FROM event_type_registry WHERE event_domain = 'governance';
COMMIT;
