package ma.maydan.local;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the usual causes of a failed start out of a log, in words for a person. */
final class Reasons {
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("No space left on device", "the disk is full");
        KNOWN.put("Address already in use", "its port is taken");
        KNOWN.put("Port already bound", "its port is taken");
        KNOWN.put("was already in use", "its port is taken");
        KNOWN.put("OutOfMemoryError", "it ran out of memory");
        KNOWN.put("insufficient memory for the Java Runtime", "the machine has no memory left");
        KNOWN.put("UnsupportedClassVersionError", "it needs JDK 25");
        KNOWN.put("ClassNotFoundException", "it is not built completely");
        KNOWN.put("Could not find or load main class", "it is not built");
    }

    private Reasons() {}

    static @Nullable String in(Collection<String> lines) {
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (lines.stream().anyMatch(line -> line.contains(known.getKey()))) {
                return known.getValue();
            }
        }
        return null;
    }
}
