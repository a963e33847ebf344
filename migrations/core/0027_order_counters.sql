-- What became of the orders that links brought, counted by day: every chart is answered from here. Triggers keep the counts in
-- the transaction of the order itself (docs/decisions/0019), so they cannot drift.

-- Casablanca's offset from UTC since each instant: the data of schemas/calendar.ts, which a test compares.
CREATE TABLE casablanca_offsets (
  from_ms INTEGER PRIMARY KEY,
  offset_ms INTEGER NOT NULL
) STRICT;
INSERT INTO casablanca_offsets (from_ms, offset_ms) VALUES
  (-9007199254740991, 3600000),
  (unixepoch('2025-02-23T02:00:00Z') * 1000, 0),
  (unixepoch('2025-04-06T02:00:00Z') * 1000, 3600000),
  (unixepoch('2026-02-15T02:00:00Z') * 1000, 0),
  (unixepoch('2026-03-22T02:00:00Z') * 1000, 3600000),
  (unixepoch('2026-09-20T01:00:00Z') * 1000, 0);

-- The part of one order in every count. confirmed to completed: how far the parcel ever came, completed with its cash too.
-- arrived to undecided: how its way ended, as influencer_orders has it; waiting is at the customer's without its cash. What
-- is waiting or undecided 45 days after the order counts as not delivered (money.md 1).
CREATE VIEW order_parts AS
SELECT c.id AS conversion_id, c.merchant_id, c.influencer_id, c.link_id, c.product_id,
  coalesce(c.city, '') AS city, coalesce(c.courier, '') AS courier, c.payment, c.ordered_at,
  (c.ordered_at + (SELECT offset_ms FROM casablanca_offsets WHERE from_ms <= c.ordered_at ORDER BY from_ms DESC LIMIT 1))
    / 86400000 AS day,
  1 AS orders,
  c.furthest <> 'placed' AS confirmed,
  c.furthest IN ('shipped', 'delivered', 'collected') AS shipped,
  c.furthest IN ('delivered', 'collected') AS delivered,
  c.furthest IN ('delivered', 'collected') AND c.collected_at IS NOT NULL AS completed,
  c.collected_at IS NOT NULL AS collected,
  o.is_delivered AND NOT o.is_open AS arrived,
  o.is_delivered AND o.is_open AS waiting,
  o.is_failed AS failed,
  o.is_open AND NOT o.is_delivered AS undecided,
  c.status = 'cancelled' AS cancelled,
  c.status = 'refused' AS refused,
  c.status = 'returned' AS returned,
  c.status = 'lost' AS lost,
  coalesce(c.base_minor, 0) AS ordered_minor,
  CASE WHEN c.collected_at IS NOT NULL THEN coalesce(c.base_minor, 0) ELSE 0 END AS collected_minor,
  CASE WHEN k.state = 'forecast' THEN k.amount_minor ELSE 0 END AS forecast_minor,
  CASE WHEN k.state IN ('earned', 'available', 'paid') THEN k.amount_minor - k.reversed_minor ELSE 0 END AS earned_minor
FROM conversions c
JOIN influencer_orders o ON o.conversion_id = c.id
LEFT JOIN commissions k ON k.conversion_id = c.id;

-- '' is a city or courier nobody knows.
CREATE TABLE order_cells (
  merchant_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  link_id TEXT NOT NULL,
  city TEXT NOT NULL,
  courier TEXT NOT NULL,
  payment TEXT NOT NULL,
  influencer_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  orders INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  shipped INTEGER NOT NULL DEFAULT 0,
  delivered INTEGER NOT NULL DEFAULT 0,
  completed INTEGER NOT NULL DEFAULT 0,
  collected INTEGER NOT NULL DEFAULT 0,
  arrived INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  undecided INTEGER NOT NULL DEFAULT 0,
  cancelled INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0,
  lost INTEGER NOT NULL DEFAULT 0,
  ordered_minor INTEGER NOT NULL DEFAULT 0,
  collected_minor INTEGER NOT NULL DEFAULT 0,
  forecast_minor INTEGER NOT NULL DEFAULT 0,
  earned_minor INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, day, link_id, city, courier, payment)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_cells_by_influencer ON order_cells (influencer_id, day);

-- The same of all orders of a merchant, and of all of an influencer: an overview does not grow with their links.
CREATE TABLE order_days (
  owner_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  orders INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  shipped INTEGER NOT NULL DEFAULT 0,
  delivered INTEGER NOT NULL DEFAULT 0,
  completed INTEGER NOT NULL DEFAULT 0,
  collected INTEGER NOT NULL DEFAULT 0,
  arrived INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  undecided INTEGER NOT NULL DEFAULT 0,
  cancelled INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0,
  lost INTEGER NOT NULL DEFAULT 0,
  ordered_minor INTEGER NOT NULL DEFAULT 0,
  collected_minor INTEGER NOT NULL DEFAULT 0,
  forecast_minor INTEGER NOT NULL DEFAULT 0,
  earned_minor INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner_id, day)
) STRICT, WITHOUT ROWID;

-- Told of an order's part that begins (sign 1) or ends (sign -1).
CREATE VIEW order_part_changes AS SELECT '' AS conversion_id, 0 AS sign WHERE false;
CREATE TRIGGER order_parts_are_counted INSTEAD OF INSERT ON order_part_changes
BEGIN
  INSERT INTO order_cells (merchant_id, day, link_id, city, courier, payment, influencer_id, product_id,
    orders, confirmed, shipped, delivered, completed, collected, arrived, waiting, failed, undecided, cancelled,
    refused, returned, lost, ordered_minor, collected_minor, forecast_minor, earned_minor)
  SELECT merchant_id, day, link_id, city, courier, payment, influencer_id, coalesce(product_id, ''),
    NEW.sign * orders, NEW.sign * confirmed, NEW.sign * shipped, NEW.sign * delivered, NEW.sign * completed,
    NEW.sign * collected, NEW.sign * arrived, NEW.sign * waiting, NEW.sign * failed, NEW.sign * undecided,
    NEW.sign * cancelled, NEW.sign * refused, NEW.sign * returned, NEW.sign * lost, NEW.sign * ordered_minor,
    NEW.sign * collected_minor, NEW.sign * forecast_minor, NEW.sign * earned_minor
  FROM order_parts WHERE conversion_id = NEW.conversion_id
  ON CONFLICT (merchant_id, day, link_id, city, courier, payment) DO UPDATE SET
    orders = orders + excluded.orders, confirmed = confirmed + excluded.confirmed,
    shipped = shipped + excluded.shipped, delivered = delivered + excluded.delivered,
    completed = completed + excluded.completed, collected = collected + excluded.collected,
    arrived = arrived + excluded.arrived, waiting = waiting + excluded.waiting, failed = failed + excluded.failed,
    undecided = undecided + excluded.undecided, cancelled = cancelled + excluded.cancelled,
    refused = refused + excluded.refused, returned = returned + excluded.returned, lost = lost + excluded.lost,
    ordered_minor = ordered_minor + excluded.ordered_minor,
    collected_minor = collected_minor + excluded.collected_minor,
    forecast_minor = forecast_minor + excluded.forecast_minor, earned_minor = earned_minor + excluded.earned_minor;
  INSERT INTO order_days (owner_id, day,
    orders, confirmed, shipped, delivered, completed, collected, arrived, waiting, failed, undecided, cancelled,
    refused, returned, lost, ordered_minor, collected_minor, forecast_minor, earned_minor)
  SELECT iif(side = 0, merchant_id, influencer_id), day,
    NEW.sign * orders, NEW.sign * confirmed, NEW.sign * shipped, NEW.sign * delivered, NEW.sign * completed,
    NEW.sign * collected, NEW.sign * arrived, NEW.sign * waiting, NEW.sign * failed, NEW.sign * undecided,
    NEW.sign * cancelled, NEW.sign * refused, NEW.sign * returned, NEW.sign * lost, NEW.sign * ordered_minor,
    NEW.sign * collected_minor, NEW.sign * forecast_minor, NEW.sign * earned_minor
  FROM order_parts CROSS JOIN (SELECT 0 AS side UNION ALL SELECT 1) WHERE conversion_id = NEW.conversion_id
  ON CONFLICT (owner_id, day) DO UPDATE SET
    orders = orders + excluded.orders, confirmed = confirmed + excluded.confirmed,
    shipped = shipped + excluded.shipped, delivered = delivered + excluded.delivered,
    completed = completed + excluded.completed, collected = collected + excluded.collected,
    arrived = arrived + excluded.arrived, waiting = waiting + excluded.waiting, failed = failed + excluded.failed,
    undecided = undecided + excluded.undecided, cancelled = cancelled + excluded.cancelled,
    refused = refused + excluded.refused, returned = returned + excluded.returned, lost = lost + excluded.lost,
    ordered_minor = ordered_minor + excluded.ordered_minor,
    collected_minor = collected_minor + excluded.collected_minor,
    forecast_minor = forecast_minor + excluded.forecast_minor, earned_minor = earned_minor + excluded.earned_minor;
END;

-- Told of money alone that is more, or less, forecast or earned.
CREATE VIEW order_money_changes AS SELECT '' AS conversion_id, 0 AS forecast_minor, 0 AS earned_minor WHERE false;
CREATE TRIGGER order_money_is_counted INSTEAD OF INSERT ON order_money_changes
BEGIN
  UPDATE order_cells SET forecast_minor = order_cells.forecast_minor + NEW.forecast_minor,
    earned_minor = order_cells.earned_minor + NEW.earned_minor
  FROM order_parts p WHERE p.conversion_id = NEW.conversion_id
    AND (order_cells.merchant_id, order_cells.day, order_cells.link_id, order_cells.city, order_cells.courier,
      order_cells.payment) = (p.merchant_id, p.day, p.link_id, p.city, p.courier, p.payment);
  UPDATE order_days SET forecast_minor = order_days.forecast_minor + NEW.forecast_minor,
    earned_minor = order_days.earned_minor + NEW.earned_minor
  FROM order_parts p WHERE p.conversion_id = NEW.conversion_id
    AND order_days.owner_id IN (p.merchant_id, p.influencer_id) AND order_days.day = p.day;
END;

-- A new order whose value is known is counted together with its commission, which follows in the same transaction.
CREATE TRIGGER orders_without_a_value_are_counted AFTER INSERT ON conversions
WHEN NEW.influencer_id IS NOT NULL AND NEW.base_minor IS NULL
BEGIN
  INSERT INTO order_part_changes (conversion_id, sign) VALUES (NEW.id, 1);
END;
CREATE TRIGGER changing_orders_leave_their_counts BEFORE UPDATE OF status, payment, base_minor, collected_at, ordered_at,
  link_id, influencer_id, product_id, city, courier, furthest ON conversions
WHEN (OLD.status, OLD.payment, OLD.base_minor, OLD.collected_at, OLD.ordered_at, OLD.link_id, OLD.influencer_id,
  OLD.product_id, OLD.city, OLD.courier, OLD.furthest)
  IS NOT (NEW.status, NEW.payment, NEW.base_minor, NEW.collected_at, NEW.ordered_at, NEW.link_id, NEW.influencer_id,
  NEW.product_id, NEW.city, NEW.courier, NEW.furthest)
BEGIN
  INSERT INTO order_part_changes (conversion_id, sign) VALUES (OLD.id, -1);
END;
CREATE TRIGGER changed_orders_enter_their_counts AFTER UPDATE OF status, payment, base_minor, collected_at, ordered_at,
  link_id, influencer_id, product_id, city, courier, furthest ON conversions
WHEN (OLD.status, OLD.payment, OLD.base_minor, OLD.collected_at, OLD.ordered_at, OLD.link_id, OLD.influencer_id,
  OLD.product_id, OLD.city, OLD.courier, OLD.furthest)
  IS NOT (NEW.status, NEW.payment, NEW.base_minor, NEW.collected_at, NEW.ordered_at, NEW.link_id, NEW.influencer_id,
  NEW.product_id, NEW.city, NEW.courier, NEW.furthest)
BEGIN
  INSERT INTO order_part_changes (conversion_id, sign) VALUES (OLD.id, 1);
END;
CREATE TRIGGER new_orders_are_counted_with_their_commission AFTER INSERT ON commissions
WHEN (SELECT version FROM conversions WHERE id = NEW.conversion_id) = 1
BEGIN
  INSERT INTO order_part_changes (conversion_id, sign) VALUES (NEW.conversion_id, 1);
END;
CREATE TRIGGER later_commissions_are_counted AFTER INSERT ON commissions
WHEN (SELECT version FROM conversions WHERE id = NEW.conversion_id) > 1
BEGIN
  INSERT INTO order_money_changes (conversion_id, forecast_minor, earned_minor) VALUES (NEW.conversion_id,
    iif(NEW.state = 'forecast', NEW.amount_minor, 0),
    iif(NEW.state IN ('earned', 'available', 'paid'), NEW.amount_minor - NEW.reversed_minor, 0));
END;
CREATE TRIGGER changed_commissions_are_counted AFTER UPDATE OF state, amount_minor, reversed_minor ON commissions
WHEN (OLD.state, OLD.amount_minor, OLD.reversed_minor) IS NOT (NEW.state, NEW.amount_minor, NEW.reversed_minor)
BEGIN
  INSERT INTO order_money_changes (conversion_id, forecast_minor, earned_minor) VALUES (NEW.conversion_id,
    iif(NEW.state = 'forecast', NEW.amount_minor, 0) - iif(OLD.state = 'forecast', OLD.amount_minor, 0),
    iif(NEW.state IN ('earned', 'available', 'paid'), NEW.amount_minor - NEW.reversed_minor, 0)
      - iif(OLD.state IN ('earned', 'available', 'paid'), OLD.amount_minor - OLD.reversed_minor, 0));
END;

INSERT INTO order_cells (merchant_id, day, link_id, city, courier, payment, influencer_id, product_id,
    orders, confirmed, shipped, delivered, completed, collected, arrived, waiting, failed, undecided, cancelled,
    refused, returned, lost, ordered_minor, collected_minor, forecast_minor, earned_minor)
SELECT merchant_id, day, link_id, city, courier, payment, influencer_id, coalesce(product_id, ''),
  sum(orders), sum(confirmed), sum(shipped), sum(delivered), sum(completed), sum(collected), sum(arrived),
  sum(waiting), sum(failed), sum(undecided), sum(cancelled), sum(refused), sum(returned), sum(lost),
  sum(ordered_minor), sum(collected_minor), sum(forecast_minor), sum(earned_minor)
FROM order_parts GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO order_days (owner_id, day,
    orders, confirmed, shipped, delivered, completed, collected, arrived, waiting, failed, undecided, cancelled,
    refused, returned, lost, ordered_minor, collected_minor, forecast_minor, earned_minor)
SELECT iif(side = 0, merchant_id, influencer_id), day,
  sum(orders), sum(confirmed), sum(shipped), sum(delivered), sum(completed), sum(collected), sum(arrived),
  sum(waiting), sum(failed), sum(undecided), sum(cancelled), sum(refused), sum(returned), sum(lost),
  sum(ordered_minor), sum(collected_minor), sum(forecast_minor), sum(earned_minor)
FROM order_cells CROSS JOIN (SELECT 0 AS side UNION ALL SELECT 1) GROUP BY 1, 2;
