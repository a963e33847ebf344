-- Mails to people. The row is the truth and its own outbox: the queue's message only names it, a cron sends rows without an end again.
-- Recipient and values are sealed (they hold addresses and secret links) and forgotten once sent, or after seven days.
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  user_id TEXT,
  template TEXT NOT NULL,
  locale TEXT NOT NULL,
  recipient_sealed TEXT,
  values_sealed TEXT,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  CONSTRAINT mail_state_is_known CHECK (state IN ('queued', 'sent', 'failed')),
  CONSTRAINT mail_locale_is_known CHECK (locale IN ('fr', 'en', 'ar')),
  CONSTRAINT sent_mails_know_when CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT queued_mails_can_be_sent CHECK (state <> 'queued' OR (recipient_sealed IS NOT NULL AND values_sealed IS NOT NULL))
) STRICT;
CREATE INDEX mails_without_an_end ON mails (next_attempt_at) WHERE state = 'queued';
CREATE INDEX mails_by_age ON mails (created_at);
CREATE INDEX mails_not_forgotten ON mails (created_at) WHERE values_sealed IS NOT NULL;

CREATE TRIGGER mails_move_forward BEFORE UPDATE OF state ON mails
WHEN OLD.state <> 'queued' AND NEW.state <> OLD.state
BEGIN
  SELECT RAISE(ABORT, 'mails_move_forward');
END;
