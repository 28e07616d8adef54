-- Trigrams: search forgives typos.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
