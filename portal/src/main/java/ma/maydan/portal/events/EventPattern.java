package ma.maydan.portal.events;

import ma.maydan.portal.pattern.Motif;
import ma.maydan.portal.pattern.Pattern;

/** How an event looks that has no picture: a motif for each kind, and the tones of its id. */
final class EventPattern {

    private EventPattern() {}

    static Pattern of(Event event, int columns, int rows) {
        return Pattern.of(event.id(), motif(event.kind()), columns, rows);
    }

    private static Motif motif(String kind) {
        return switch (kind) {
            case "MEETUP" -> Motif.FLOWER;
            case "WORKSHOP" -> Motif.SQUARE;
            case "TRAINING" -> Motif.OCTAGON;
            case "DEMO_DAY" -> Motif.RAYS;
            case "HACKATHON" -> Motif.HEXAGRAM;
            case "WEBINAR" -> Motif.CROSS;
            default -> Motif.STAR;
        };
    }
}
