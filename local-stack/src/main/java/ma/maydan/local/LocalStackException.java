package ma.maydan.local;

import org.jspecify.annotations.Nullable;

/** Why the stack, or a part of it, cannot run. The message is one sentence meant for the person at the terminal. */
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStackException(String sentence) {
        super(sentence);
    }

    public LocalStackException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
