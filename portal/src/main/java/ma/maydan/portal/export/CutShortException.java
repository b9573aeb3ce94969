package ma.maydan.portal.export;

/** A file was begun and cannot be ended: its connection is broken off, so that nobody takes it for whole. */
public final class CutShortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CutShortException(Exception why) {
        super(why.toString(), why);
    }
}
