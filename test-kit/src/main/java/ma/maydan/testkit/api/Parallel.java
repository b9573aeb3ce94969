package ma.maydan.testkit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many tasks that begin at the same moment. */
public final class Parallel {

    private Parallel() {}

    /** The results of the task for 0 to {@code count - 1}, in this order. */
    public static <T> List<T> atOnce(int count, IntFunction<T> task) {
        return atOnce(IntStream.range(0, count)
                .<Callable<T>>mapToObj(number -> () -> task.apply(number))
                .toList());
    }

    /** The results in the order of the tasks. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
