-- Leads are found by what is written on them, among one exhibitor's.
CREATE EXTENSION IF NOT EXISTS btree_gin;
