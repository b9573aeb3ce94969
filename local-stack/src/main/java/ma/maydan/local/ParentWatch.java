package ma.maydan.local;

import java.io.IOException;

/** Ends this JVM in good order when the one that started it is gone, however that ended. */
final class ParentWatch {
    private ParentWatch() {}

    /** Standard input is the pipe from the parent: the system closes it when the parent ends. */
    static void begin() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nobody writes to it; only its end matters.
                }
            } catch (IOException e) {
                // The same as its end.
            }
            System.exit(0);
        });
    }
}
