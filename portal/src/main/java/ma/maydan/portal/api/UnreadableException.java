package ma.maydan.portal.api;

/** A service answered what this portal cannot read. Its other answers are as good as ever. */
public final class UnreadableException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableException(String message) {
        super(message);
    }
}
