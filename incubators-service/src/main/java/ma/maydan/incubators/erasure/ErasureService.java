package ma.maydan.incubators.erasure;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.maydan.incubators.erasure.Erasure.Status;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.erasure.Fingerprint;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A person asks to be erased, confirms it and takes it back; the rest follows. */
@Service
class ErasureService {

    private final ErasureStore erasures;
    private final OrganizationService organizations;
    private final Accounts accounts;
    private final Clock clock;

    ErasureService(ErasureStore erasures, OrganizationService organizations, Accounts accounts, Clock clock) {
        this.erasures = erasures;
        this.organizations = organizations;
        this.accounts = accounts;
        this.clock = clock;
    }

    Optional<Erasure> open(String person) {
        return erasures.open(person);
    }

    /** The organizations that nobody but this person speaks for: somebody else has to before the person can go. */
    List<Organization> lastOwnerOf(String person) {
        return organizations.ownedByNobodyBut(person);
    }

    /** Whether the cluster would have no admin any more: those who are about to go as well do not count. */
    boolean isLastAdmin(String person) {
        var admins = new HashSet<>(accounts.admins());
        return admins.remove(person) && erasures.going(admins) == admins.size();
    }

    /** Whether somebody would be missed: an organization or the cluster has to have another one first. */
    boolean isLast(String person) {
        return !lastOwnerOf(person).isEmpty() || isLastAdmin(person);
    }

    /**
     * Asks for it; again it changes nothing.
     *
     * @throws ProblemException 409 {@code last-owner} while an organization has no other, {@code last-admin} while the
     *     cluster has none
     */
    Erasure ask(Caller caller) {
        requireNotTheLast(caller);
        var person = caller.requireId();
        var known = erasures.open(person);
        if (known.isPresent()) {
            return known.get();
        }
        var asked = Erasure.asked(UUID.randomUUID().toString(), person, Fingerprint.of(person), clock.instant());
        try {
            erasures.insert(asked);
            return asked.state();
        } catch (DuplicateValueException askedTwiceAtOnce) {
            return erasures.open(person).orElseThrow(ProblemException::notFound);
        }
    }

    private void requireNotTheLast(Caller caller) {
        var person = caller.requireId();
        if (!lastOwnerOf(person).isEmpty()) {
            throw ProblemException.conflict("last-owner");
        }
        if (caller.isAdmin() && isLastAdmin(person)) {
            throw ProblemException.conflict("last-admin");
        }
    }

    /**
     * Confirms it with what the letter leads to, which counts once.
     *
     * @throws ProblemException 409 {@code link-invalid} for another person's link, one that was followed or is too old
     */
    Erasure confirm(Caller caller, String link) {
        requireNotTheLast(caller);
        var hash = Fingerprint.of(link);
        return change(
                        caller.requireId(),
                        asked -> asked.is(Status.ASKED) && asked.links().contains(hash)
                                ? asked.confirmed(clock.instant())
                                : null)
                .orElseThrow(() -> ProblemException.conflict("link-invalid"));
    }

    /** @throws ProblemException 409 {@code erasure-under-way} when it is too late, or there is nothing to take back */
    void takeBack(String person) {
        var takenBack = change(person, it -> it.is(Status.ORDERED) ? null : it.takenBack(clock.instant()));
        if (takenBack.isEmpty()) {
            throw ProblemException.conflict("erasure-under-way");
        }
    }

    /** Empty when there is nothing to change. */
    private Optional<Erasure> change(String person, Function<Erasure, @Nullable Change<Erasure>> step) {
        while (true) {
            var open = erasures.open(person).orElse(null);
            var change = open == null ? null : step.apply(open);
            if (change == null) {
                return Optional.empty();
            }
            if (erasures.tryUpdate(change)) {
                return Optional.of(change.state());
            }
        }
    }

    /** Takes a step that is due, unless another came first. */
    void due(String id, Status from, Function<Erasure, Change<Erasure>> step) {
        var change = erasures.find(id).filter(it -> it.is(from)).map(step).orElse(null);
        if (change != null && !erasures.tryUpdate(change)) {
            throw new IllegalStateException("It has changed meanwhile");
        }
    }
}
