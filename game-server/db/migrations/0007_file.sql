CREATE TABLE "file" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibitor_id" text,
	"person_id" text,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"kind" text,
	"renditions" jsonb NOT NULL,
	"width" integer,
	"height" integer,
	"seconds" real,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_exhibitor_id_index" ON "file" USING btree ("exhibitor_id");--> statement-breakpoint
CREATE INDEX "file_person_id_index" ON "file" USING btree ("person_id");