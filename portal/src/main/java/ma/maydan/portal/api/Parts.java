package ma.maydan.portal.api;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads the parts of a page at the same time. */
@Component
public class Parts {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final ExecutorService executor = ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(),
            () -> ContextSnapshotFactory.builder().build().captureAll());

    /** Starts to load; {@link Loading#get()} waits for it. */
    public <T> Loading<T> load(Supplier<Page<T>> list) {
        return new Loading<>(CompletableFuture.supplyAsync(() -> part(list), executor));
    }

    /** A part under way. */
    public record Loading<T>(CompletableFuture<Part<T>> part) {

        /** @throws ProblemException when the service refused */
        public Part<T> get() {
            try {
                return part.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    private static <T> Part<T> part(Supplier<Page<T>> list) {
        try {
            return Part.of(list.get());
        } catch (UnavailableException e) {
            log.warn("A part of the page is missing: {}", e.getMessage());
            return Part.unavailable();
        }
    }

    @PreDestroy
    void close() {
        executor.close();
    }
}
