-- The order desk: what is to be done next with an order, and the orders that wait for an end.

-- The words of the expression are those of workers/modules/conversions/order-filters.ts; an order that needs nothing more has no stage.
CREATE INDEX conversions_by_stage ON conversions (merchant_id,
  (CASE WHEN status = 'placed' THEN 'to_confirm'
    WHEN status = 'confirmed' OR (status = 'collected' AND payment = 'prepaid') THEN 'to_ship'
    WHEN status = 'shipped' THEN 'on_the_way'
    WHEN status = 'delivered' AND payment = 'cod' THEN 'to_collect' END), id)
  WHERE (CASE WHEN status = 'placed' THEN 'to_confirm'
    WHEN status = 'confirmed' OR (status = 'collected' AND payment = 'prepaid') THEN 'to_ship'
    WHEN status = 'shipped' THEN 'on_the_way'
    WHEN status = 'delivered' AND payment = 'cod' THEN 'to_collect' END) IS NOT NULL;
CREATE INDEX conversions_by_courier ON conversions (merchant_id, courier, id) WHERE courier IS NOT NULL;

DROP INDEX conversions_without_an_end;
CREATE INDEX conversions_without_an_end ON conversions (merchant_id, ordered_at)
  WHERE collected_at IS NULL AND status IN ('placed', 'confirmed', 'shipped', 'delivered');
-- Three times told and the order waits in silence.
CREATE INDEX conversions_to_remind_of ON conversions (reminders_sent, ordered_at, merchant_id)
  WHERE collected_at IS NULL AND status IN ('placed', 'confirmed', 'shipped', 'delivered') AND reminders_sent < 3;

-- As before, and which orders still wait for an end: 45 days on they count as not delivered (money.md 1).
DROP VIEW influencer_orders;
CREATE VIEW influencer_orders AS
SELECT c.influencer_id, c.merchant_id, c.id AS conversion_id, c.ordered_at,
  c.status = 'delivered' OR (c.status = 'collected' AND c.payment = 'cod') AS is_delivered,
  c.status IN ('refused', 'returned', 'lost') AS is_failed,
  c.collected_at IS NULL AND c.status IN ('placed', 'confirmed', 'shipped', 'delivered') AS is_open
FROM conversions c WHERE c.influencer_id IS NOT NULL;
