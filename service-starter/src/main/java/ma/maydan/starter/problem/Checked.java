package ma.maydan.starter.problem;

import java.time.Instant;

/** A request whose fields have to fit each other ({@link Consistent}). */
public interface Checked {

    /** Takes what is wrong. */
    interface Faults {
        /**
         * @param field of the request
         * @param code whose words are in the bundles under {@code field.<code>}
         */
        void add(String field, String code);
    }

    /** Looks at the fields that are there; those that are needed and missing are null, and told of already. */
    void check(Instant now, Faults faults);
}
