package ma.maydan.starter.file;

import java.time.Instant;

/**
 * A document that somebody has given, as it was: see {@link Papers}.
 *
 * @param id of its file
 * @param type its media type, as its content says
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
public record Paper(String id, String type, long size, String sha256, Instant at) {}
