package ma.maydan.starter.web;

/** A response body with a version, which is also sent as its {@code ETag}. */
public interface Versioned {
    long version();
}
