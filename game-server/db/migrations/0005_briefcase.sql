CREATE TABLE "briefcase_item" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"exhibitor_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"contact_id" text,
	"title" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"stars" smallint DEFAULT 0 NOT NULL,
	"put_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "briefcase_item_once" UNIQUE("person_id","kind","exhibitor_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "takeaway_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card" (
	"person_id" text PRIMARY KEY NOT NULL,
	"email" text,
	"phone" text DEFAULT '' NOT NULL,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fields" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_block" (
	"person_id" text NOT NULL,
	"blocked_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_block_person_id_blocked_id_pk" PRIMARY KEY("person_id","blocked_id")
);
--> statement-breakpoint
CREATE TABLE "card_exchange" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"exhibitor_id" text,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"person_id" text NOT NULL,
	"exhibitor_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"wording" integer NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consent_person_id_exhibitor_id_pk" PRIMARY KEY("person_id","exhibitor_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_alias" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"exhibitor_id" text,
	"seen_by" text,
	"act" text NOT NULL,
	"fields" jsonb NOT NULL,
	"wording" integer,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "briefcase_item" ADD CONSTRAINT "briefcase_item_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefcase_item" ADD CONSTRAINT "briefcase_item_contact_id_person_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeaway_link" ADD CONSTRAINT "takeaway_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_block" ADD CONSTRAINT "card_block_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_block" ADD CONSTRAINT "card_block_blocked_id_person_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_exchange" ADD CONSTRAINT "card_exchange_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_exchange" ADD CONSTRAINT "card_exchange_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_alias" ADD CONSTRAINT "ledger_alias_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "briefcase_item_person_id_put_at_index" ON "briefcase_item" USING btree ("person_id","put_at");--> statement-breakpoint
CREATE INDEX "briefcase_item_contact_id_index" ON "briefcase_item" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "takeaway_link_person_id_index" ON "takeaway_link" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "card_block_blocked_id_index" ON "card_block" USING btree ("blocked_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_exchange_pair" ON "card_exchange" USING btree (least("from_id", "to_id"),greatest("from_id", "to_id")) WHERE "card_exchange"."state" in ('waiting', 'agreed');--> statement-breakpoint
CREATE INDEX "card_exchange_from_id_asked_at_index" ON "card_exchange" USING btree ("from_id","asked_at");--> statement-breakpoint
CREATE INDEX "card_exchange_to_id_asked_at_index" ON "card_exchange" USING btree ("to_id","asked_at");--> statement-breakpoint
CREATE INDEX "consent_exhibitor_id_index" ON "consent" USING btree ("exhibitor_id");--> statement-breakpoint
CREATE INDEX "ledger_alias_person_id_index" ON "ledger_alias" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_subject_at_index" ON "ledger_entry" USING btree ("subject","at");
--> statement-breakpoint
-- The ledger is only ever added to, whoever asks.
CREATE FUNCTION "ledger_entry_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the ledger is only ever added to';
END $$;--> statement-breakpoint
CREATE TRIGGER "ledger_entry_stays" BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION "ledger_entry_stays"();--> statement-breakpoint
CREATE TRIGGER "ledger_entry_stays_whole" BEFORE TRUNCATE ON "ledger_entry" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_entry_stays"();
