package ma.maydan.starter.file;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.starter.schedule.Due;
import org.jspecify.annotations.Nullable;

/** Files that are given up. */
public final class Files {

    /** The work of looking whether anybody has a file. */
    static final String LOOK = "file.look";

    /** For this long who has read of a file can still have it, and who has sent one can be told that it is kept. */
    static final Duration LEFT = Duration.ofHours(1);

    private Files() {}

    /** The end of a file in a change that lets go of it, unless somebody else has it; nothing when there was none. */
    public static List<Due> letGo(@Nullable String before, @Nullable String after, Instant now) {
        return before == null || Objects.equals(before, after) ? List.of() : List.of(look(before, now));
    }

    static Due look(String id, Instant now) {
        return Due.at(LOOK, id, now.plus(LEFT));
    }
}
