package ma.maydan.starter.file;

import java.util.Locale;

/** The two sizes in which a picture is kept. */
public enum PictureSize {
    /** For the page of what it shows. */
    LARGE,
    /** For lists. */
    SMALL;

    /** As in addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
