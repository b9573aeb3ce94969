package ma.maydan.events.speaker;

import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of a speaker, in the role that they have in its organization. */
record SpeakerSituation(Speaker speaker, Actor actor) implements Situation<Speaker.Status> {

    @Override
    public Speaker.Status state() {
        return speaker.status();
    }
}
