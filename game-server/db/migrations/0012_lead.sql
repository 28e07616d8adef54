CREATE TABLE "interaction" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interaction_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"exhibitor_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"seconds" integer,
	"share" real,
	"at" timestamp (3) with time zone NOT NULL,
	"claim_id" text
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibitor_id" text NOT NULL,
	"person_id" text NOT NULL,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"score" integer DEFAULT 0 NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"tags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"owner_id" text,
	CONSTRAINT "lead_once" UNIQUE("person_id","exhibitor_id")
);
--> statement-breakpoint
CREATE TABLE "lead_form" (
	"exhibitor_id" text PRIMARY KEY NOT NULL,
	"questions" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interaction_of_person" ON "interaction" USING btree ("person_id","exhibitor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "interaction_claim" ON "interaction" USING btree ("person_id","claim_id") WHERE "interaction"."claim_id" is not null;--> statement-breakpoint
CREATE INDEX "lead_latest" ON "lead" USING btree ("exhibitor_id","last_seen_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "lead_best" ON "lead" USING btree ("exhibitor_id","score" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "lead_owner_id_index" ON "lead" USING btree ("owner_id");