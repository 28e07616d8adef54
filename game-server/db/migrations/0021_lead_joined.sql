ALTER TABLE "lead" ADD COLUMN "joined_to" text;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "distinct_from" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_joined_to_lead_id_fk" FOREIGN KEY ("joined_to") REFERENCES "public"."lead"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_joined" ON "lead" USING btree ("joined_to") WHERE "lead"."joined_to" is not null;