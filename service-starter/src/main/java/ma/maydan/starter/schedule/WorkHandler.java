package ma.maydan.starter.schedule;

import java.time.Duration;
import java.util.function.Consumer;
import org.bson.BsonDocument;

/** Does the work of one kind. */
public interface WorkHandler {

    /** Does pieces for which it is enough to know whom or what they are about: {@link Work#subject}. */
    static WorkHandler of(String kind, Consumer<String> step) {
        return new WorkHandler() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(Work work, Lease lease) {
                step.accept(work.subject());
            }
        };
    }

    String kind();

    /**
     * Does it. A piece may come again after a crash, and must then have the effect of one: what it writes is keyed by
     * {@link Work#id}, or conditional on what it changes. It ends within the {@link #lease}, or keeps the lease.
     *
     * @throws FinalFailureException when to try again is of no use
     * @throws Exception to be tried again later
     */
    void run(Work work, Lease lease) throws Exception;

    /** How many pieces of this kind one instance does at a time. */
    default int together() {
        return 4;
    }

    /** How many pieces of this kind one instance begins in a minute, however many wait. */
    default int perMinute() {
        return Integer.MAX_VALUE;
    }

    /** After which another instance takes what a dead one had. */
    default Duration lease() {
        return Duration.ofSeconds(30);
    }

    /** What its holder has of a piece of work. */
    interface Lease {

        /**
         * Keeps it for as long again, with how far the work has come.
         *
         * @param progress the data that whoever has it next goes on with
         * @throws IllegalStateException when somebody else has it meanwhile
         */
        void keep(BsonDocument progress);
    }
}
