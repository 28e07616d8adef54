CREATE TABLE "conversation" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibitor_id" text NOT NULL,
	"visitor_id" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"muted" boolean DEFAULT false NOT NULL,
	"slow_seconds" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"said_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversation_message" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" integer NOT NULL,
	"revision" integer NOT NULL,
	"author_id" text,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"reply_to" text,
	"state" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"removed_as" text,
	"removed_by" text,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversation_reader" (
	"person_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"by_mail" boolean DEFAULT false NOT NULL,
	"letter_at" timestamp (3) with time zone,
	CONSTRAINT "conversation_reader_person_id_conversation_id_pk" PRIMARY KEY("person_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "held_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_report" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reason" text NOT NULL,
	"comment" text NOT NULL,
	"text" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"exhibitor_id" text NOT NULL,
	"asker_id" text NOT NULL,
	"message_id" text NOT NULL,
	"status" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp (3) with time zone,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_visitor_id_person_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_reader" ADD CONSTRAINT "conversation_reader_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_reader" ADD CONSTRAINT "conversation_reader_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_message_id_conversation_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."conversation_message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_reporter_id_person_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_claimed_by_person_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_visitor_id_index" ON "conversation" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "conversation_exhibitor_id_said_at_index" ON "conversation" USING btree ("exhibitor_id","said_at");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_message_conversation_id_seq_index" ON "conversation_message" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE INDEX "conversation_message_conversation_id_revision_index" ON "conversation_message" USING btree ("conversation_id","revision");--> statement-breakpoint
CREATE INDEX "conversation_message_author_id_said_at_index" ON "conversation_message" USING btree ("author_id","said_at");--> statement-breakpoint
CREATE INDEX "conversation_reader_conversation_id_index" ON "conversation_reader" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_report_message_id_reporter_id_index" ON "message_report" USING btree ("message_id","reporter_id");--> statement-breakpoint
CREATE INDEX "message_report_state_reported_at_index" ON "message_report" USING btree ("state","reported_at");--> statement-breakpoint
CREATE INDEX "question_exhibitor_id_status_asked_at_index" ON "question" USING btree ("exhibitor_id","status","asked_at");--> statement-breakpoint
CREATE INDEX "question_conversation_id_index" ON "question" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "question_asker_id_index" ON "question" USING btree ("asker_id");