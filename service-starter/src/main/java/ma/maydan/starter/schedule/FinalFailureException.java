package ma.maydan.starter.schedule;

/** To try again is of no use; an operator is to look at it. */
public final class FinalFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FinalFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
