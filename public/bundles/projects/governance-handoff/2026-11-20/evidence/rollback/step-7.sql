-- Undoes step-7; sample script, never run.
BEGIN;
SET LOCAL statement_timeout = '5s';
SET LOCAL lock_timeout = '3s';
SET LOCAL idle_in_transaction_session_timeout = '15s';
DELETE FROM dot_coverage_required WHERE _dot_origin = 'T6/T7';
DELETE FROM dot_tools WHERE _dot_origin = 'T6/T7';
DELETE FROM dot_domains WHERE _dot_origin = 'T6/T7';
COMMIT;
