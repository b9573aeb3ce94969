package ma.maydan.starter.idempotency;

/** The id for what a request creates. */
public record NewId(String value) {
    static final String ATTRIBUTE = NewId.class.getName();
}
