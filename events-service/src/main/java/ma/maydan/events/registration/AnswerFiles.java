package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerFile;
import ma.maydan.events.question.AnswerFileStore;
import ma.maydan.events.question.Question;
import ma.maydan.starter.file.AttachedFile;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Files with which somebody answers: sent first, then named by the answer, and read by who reads that. */
@Service
class AnswerFiles {

    /** So many of one person are kept for one event, with those that no answer names yet. */
    private static final int MOST = 3 * Question.MOST;

    private final AnswerFileStore files;
    private final RegistrationChanges changes;
    private final RegistrationViews views;
    private final EventService events;
    private final Clock clock;

    AnswerFiles(
            AnswerFileStore files,
            RegistrationChanges changes,
            RegistrationViews views,
            EventService events,
            Clock clock) {
        this.files = files;
        this.changes = changes;
        this.views = views;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a file of the caller's for an hour, in which they can answer with it.
     *
     * @throws ProblemException 404 for an event that the caller does not see, 409 {@code answers-closed} where it asks for
     *     no file or not any more, 429 {@code too-many-answer-files}, and see {@link AttachedFile#read}
     */
    AnswerFile send(String eventId, @Nullable MultipartFile file, Caller caller) {
        var person = caller.requireId();
        var event = events.find(eventId)
                .filter(found -> events.isVisible(found, caller))
                .orElseThrow(ProblemException::notFound);
        if (!asksForFiles(event)) {
            throw ProblemException.conflict("answers-closed");
        }
        if (files.count(eventId, person, MOST) >= MOST) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-answer-files");
        }
        return files.put(
                eventId, person, AttachedFile.read(file), event.schedule().endsAt());
    }

    private boolean asksForFiles(Event event) {
        var now = clock.instant();
        return event.givesSeats(now)
                && event.content().answersUntil().isAfter(now)
                && event.content().questions().stream().anyMatch(question -> question.kind() == Question.Kind.FILE);
    }

    /** @throws ProblemException 404 unless the caller reads an answer of this registration that names it */
    AttachedFile read(String registrationId, String file, Caller caller) {
        var answered = views.of(changes.require(registrationId, caller), caller)
                .along()
                .answered();
        if (answered.files().stream().noneMatch(sent -> sent.id().equals(file))) {
            throw ProblemException.notFound();
        }
        return files.content(file).orElseThrow(ProblemException::notFound);
    }
}
