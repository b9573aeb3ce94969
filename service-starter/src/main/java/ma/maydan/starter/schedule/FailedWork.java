package ma.maydan.starter.schedule;

import java.time.Instant;

/** A piece of work that nobody tries any more, as operators see it. */
record FailedWork(String id, Instant dueAt, Instant failedAt, int attempts, String fault) {}
