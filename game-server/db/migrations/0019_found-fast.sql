CREATE INDEX "conversation_message_removed_by_index" ON "conversation_message" USING btree ("removed_by") WHERE "conversation_message"."removed_by" is not null;--> statement-breakpoint
CREATE INDEX "message_report_reporter_id_index" ON "message_report" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "question_claimed_by_index" ON "question" USING btree ("claimed_by") WHERE "question"."claimed_by" is not null;--> statement-breakpoint
CREATE INDEX "question_answered_by_index" ON "question" USING btree ("answered_by") WHERE "question"."answered_by" is not null;--> statement-breakpoint
CREATE INDEX "interaction_watched" ON "interaction" USING btree ("person_id","exhibitor_id") WHERE "interaction"."kind" = 'watched';--> statement-breakpoint
CREATE INDEX "lead_worked_latest" ON "lead" USING btree ("exhibitor_id","status","last_seen_at" desc,"id" desc) WHERE "lead"."status" <> 'new';--> statement-breakpoint
CREATE INDEX "lead_worked_best" ON "lead" USING btree ("exhibitor_id","status","score" desc,"id" desc) WHERE "lead"."status" <> 'new';--> statement-breakpoint
CREATE INDEX "lead_tagged" ON "lead" USING gin ("exhibitor_id","tags" jsonb_path_ops) WHERE "lead"."tags" <> '[]';--> statement-breakpoint
CREATE INDEX "lead_noted" ON "lead" USING gin ("exhibitor_id","note" gin_trgm_ops) WHERE "lead"."note" <> '';--> statement-breakpoint
CREATE INDEX "person_described" ON "person" USING gin ("name" gin_trgm_ops,"organisation" gin_trgm_ops,"position" gin_trgm_ops);