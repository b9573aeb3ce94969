package ma.maydan.starter.web;

/** A response body with a version, which its {@code ETag} begins with. */
public interface Versioned {
    long version();
}
