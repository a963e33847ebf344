-- How influencers keep their links in order.

ALTER TABLE affiliate_links ADD COLUMN folder TEXT;
ALTER TABLE affiliate_links ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CONSTRAINT link_tags_are_json CHECK (json_valid(tags));
CREATE INDEX affiliate_links_by_folder ON affiliate_links (influencer_id, folder, id) WHERE folder IS NOT NULL;
