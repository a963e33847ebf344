-- What a shared link's card and its "offer ended" page say of the product: which one it is, its price. The picture is the
-- first that chats can show: they do not draw AVIF.

DROP VIEW link_entries;
CREATE VIEW link_entries AS
SELECT
  l.id, l.slug, l.number, l.target_url, l.state, l.rules, l.utm, l.sub, l.starts_at, l.ends_at, l.version,
  p.state AS product_state, r.state AS request_state, u.state AS influencer_state, m.state AS merchant_state, u.locale,
  m.display_name AS merchant_name, p.id AS product_id, p.price_minor, p.currency, p.title_fr, p.title_en, p.title_ar,
  p.description_fr, p.description_en, p.description_ar,
  i.file_key AS image_key, i.content_type AS image_type, i.width AS image_width, i.height AS image_height
FROM affiliate_links l
JOIN affiliate_requests r ON r.id = l.request_id
JOIN products p ON p.id = l.product_id
JOIN users u ON u.id = l.influencer_id
JOIN users m ON m.id = l.merchant_id
LEFT JOIN product_images i ON i.id = (
  SELECT f.id FROM product_images f WHERE f.product_id = p.id
  ORDER BY f.content_type = 'image/avif', f.position, f.id LIMIT 1)
WHERE l.deleted_at IS NULL;
