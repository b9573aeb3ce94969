package ma.maydan.portal.api;

/** What was sent is only to be shown again: no service is told to change anything. */
public final class OnlyShownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OnlyShownException() {
        super("Only to be shown again", null, false, false);
    }
}
