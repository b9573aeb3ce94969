package ma.maydan.events.registration;

import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.stereotype.Component;

/** Tells the registrations for an event at what other time it takes place, by which people have theirs in order. */
@Component
class EventTimes implements WorkHandler {

    private final EventService events;
    private final RegistrationStore registrations;
    private final WorkStore work;
    private final AnswerStore answers;

    EventTimes(EventService events, RegistrationStore registrations, WorkStore work, AnswerStore answers) {
        this.events = events;
        this.work = work;
        this.registrations = registrations;
        this.answers = answers;
    }

    @Override
    public String kind() {
        return Event.TIMES;
    }

    @Override
    public void run(Work piece, Lease lease) {
        events.find(piece.subject()).ifPresent(event -> {
            registrations.setTimes(ForEvent.of(event.id(), event));
            answers.setEnd(event.id(), event.schedule().endsAt());
            registrations.unnamed(event.id()).forEach(this::nameEnd);
        });
    }

    /** Until when a seat has to have a name follows. One that changed meanwhile has a later word than this. */
    private void nameEnd(Registration unnamed) {
        var until = unnamed.keptUntil();
        if (until != null && registrations.touch(unnamed)) {
            work.put(Due.at(Registration.NAME_END, unnamed.id(), until), unnamed.version() + 1);
        }
    }
}
