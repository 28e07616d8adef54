CREATE TABLE "file_gone" (
	"id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Rows go in many ways, also with whom they belong to; bytes go after all of them.
CREATE FUNCTION "file_goes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "file_gone" ("id") VALUES (OLD."id") ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "file_goes" AFTER DELETE ON "file" FOR EACH ROW EXECUTE FUNCTION "file_goes"();
