CREATE TABLE "booth_draft" (
	"exhibitor_id" text PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"locks" jsonb NOT NULL,
	"updated_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booth_invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"exhibitor_id" text NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "booth_invitation_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "booth_invitation_once" UNIQUE("exhibitor_id","role","email")
);
--> statement-breakpoint
CREATE TABLE "booth_version" (
	"exhibitor_id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"changed" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_by" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "booth_version_exhibitor_id_version_pk" PRIMARY KEY("exhibitor_id","version")
);
--> statement-breakpoint
ALTER TABLE "exhibitor" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "booth_draft" ADD CONSTRAINT "booth_draft_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_draft" ADD CONSTRAINT "booth_draft_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_invitation" ADD CONSTRAINT "booth_invitation_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_invitation" ADD CONSTRAINT "booth_invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_version" ADD CONSTRAINT "booth_version_exhibitor_id_exhibitor_id_fk" FOREIGN KEY ("exhibitor_id") REFERENCES "public"."exhibitor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_version" ADD CONSTRAINT "booth_version_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;