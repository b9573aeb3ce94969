package ma.maydan.events.registration;

import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.events.registration.Registration.ForEvent;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Tells the registrations for an event at what other time it takes place, by which people have theirs in order. */
@Component
class EventTimes implements WorkHandler {

    private final EventService events;
    private final RegistrationStore registrations;
    private final AnswerStore answers;

    EventTimes(EventService events, RegistrationStore registrations, AnswerStore answers) {
        this.events = events;
        this.registrations = registrations;
        this.answers = answers;
    }

    @Override
    public String kind() {
        return Event.TIMES;
    }

    @Override
    public void run(Work work, Lease lease) {
        events.find(work.subject()).ifPresent(event -> {
            registrations.setTimes(ForEvent.of(event.id(), event));
            answers.setEnd(event.id(), event.schedule().endsAt());
        });
    }
}
