CREATE TABLE "footfall" (
	"hall_id" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"seconds" integer NOT NULL,
	"people" integer NOT NULL,
	"cells" "bytea" NOT NULL,
	CONSTRAINT "footfall_hall_id_hour_pk" PRIMARY KEY("hall_id","hour")
);
--> statement-breakpoint
CREATE INDEX "interaction_in_time" ON "interaction" USING brin ("at");