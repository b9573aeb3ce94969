package ma.maydan.portal.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.maydan.portal.api.UnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the pictures that were asked for last. They are drawn one at a time: who would wait longer than two seconds is
 * told to come back.
 */
@Component
class ShareCards {

    /** Some 40 kB each. */
    private static final int KEPT = 100;

    private static final int WAIT_SECONDS = 2;

    private final Semaphore pen = new Semaphore(1);
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** What a picture depends on. */
    record Key(String event, long version, String language) {}

    byte[] of(Key key, Supplier<ShareCard> card) {
        var known = known(key);
        return known == null ? drawn(key, card) : known;
    }

    private byte[] drawn(Key key, Supplier<ShareCard> card) {
        try {
            if (!pen.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new UnavailableException("Too many pictures are asked for at the same time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted");
        }
        try {
            var meanwhile = known(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            var picture = card.get().png();
            synchronized (kept) {
                kept.put(key, picture);
            }
            return picture;
        } finally {
            pen.release();
        }
    }

    private byte @Nullable [] known(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }
}
