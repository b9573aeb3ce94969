package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.NameText;
import ma.maydan.starter.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which of an event's registrations, in which order.
 *
 * @param status null for all
 * @param sort null for the first made first
 * @param name null for everybody
 */
record Wanted(
        @Nullable Status status,
        @Nullable String sort,
        @Nullable NameText name) {

    /** @throws ProblemException 422 at a name that is too long, or no plain text */
    static Wanted of(@Nullable Status status, @Nullable String sort, @Nullable String name) {
        var text = name == null ? null : SearchText.parse(name);
        return new Wanted(status, sort, text == null ? null : NameText.of(text));
    }

    List<Registration> found(List<Registration> some) {
        return name == null
                ? some
                : some.stream()
                        .filter(one -> one.holder().personName() != null
                                && name.finds(one.holder().personName()))
                        .toList();
    }
}
