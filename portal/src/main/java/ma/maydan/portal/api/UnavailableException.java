package ma.maydan.portal.api;

/** A service does not answer, or not as it should. Trying again later may help. */
public sealed class UnavailableException extends RuntimeException permits UnreadableException {

    private static final long serialVersionUID = 1L;

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnavailableException(String message) {
        super(message);
    }
}
