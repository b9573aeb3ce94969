package ma.maydan.starter.schedule;

import org.jspecify.annotations.Nullable;

/** To try again is of no use; an operator is to look at it. */
public final class FinalFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FinalFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
