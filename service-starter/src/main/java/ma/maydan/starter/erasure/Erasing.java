package ma.maydan.starter.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.personal.Leaving;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what this service holds of people, by its declarations; each step can come again. */
final class Erasing {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final ReceiptStore receipts;
    private final List<PersonalData> held;
    private final List<Leaving> leavings;

    Erasing(ReceiptStore receipts, List<PersonalData> held, List<Leaving> leavings) {
        this.receipts = receipts;
        this.held = held;
        this.leavings = leavings;
    }

    private void erase(String person) {
        leavings.forEach(leaving -> leaving.leave(person));
        held.forEach(data -> data.erase(person));
    }

    /** Carries out one erasure, of the person that the order names. */
    final class One implements WorkHandler {

        static final String WORK = "erasure";
        static final String PERSON = "person";

        @Override
        public String kind() {
            return WORK;
        }

        @Override
        public void run(Work work, Lease lease) {
            erase(work.data().getString(PERSON).getValue());
            receipts.carriedOut(work.subject());
        }
    }

    /**
     * Carries all erasures out again: looks through all that is held for somebody who is erased. For what came back by a
     * restore, and what somebody did in the minutes when they were erased.
     */
    final class Again implements WorkHandler {

        static final String WORK = "erasure.again";

        @Override
        public String kind() {
            return WORK;
        }

        @Override
        public int together() {
            return 1;
        }

        @Override
        public void run(Work work, Lease lease) {
            var open = receipts.open();
            var erased = receipts.people();
            var found = found(erased);
            if (!found.isEmpty()) {
                log.warn("{} people are held who are erased; they are erased again", found.size());
            }
            found.forEach(Erasing.this::erase);
            open.forEach(receipts::carriedOut);
        }

        private Set<String> found(Set<String> erased) {
            var known = new HashSet<String>();
            var found = new HashSet<String>();
            for (var data : held) {
                data.people(person -> {
                    if (known.add(person) && erased.contains(Fingerprint.of(person))) {
                        found.add(person);
                    }
                });
            }
            return found;
        }
    }
}
