package ma.maydan.portal.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.maydan.portal.page.PageView;

/** An event as schema.org describes it. */
final class EventData {

    private EventData() {}

    static Map<String, Object> of(Event event, PageView page) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Event");
        data.put("name", page.show(event.title()).text());
        if (event.description() != null) {
            data.put("description", page.show(event.description()).plain());
        }
        data.put("url", page.absolute("/events/" + event.id()));
        data.put("image", Surroundings.picture(event, page).address());
        data.put("startDate", at(event.startsAt(), event.zone()));
        data.put("endDate", at(event.endsAt(), event.zone()));
        data.put(
                "eventStatus",
                "https://schema.org/" + (event.status().equals("CANCELLED") ? "EventCancelled" : "EventScheduled"));
        data.put(
                "eventAttendanceMode",
                "https://schema.org/"
                        + switch (event.format()) {
                            case "ONLINE" -> "OnlineEventAttendanceMode";
                            case "HYBRID" -> "MixedEventAttendanceMode";
                            default -> "OfflineEventAttendanceMode";
                        });
        data.put("location", event.format().equals("ONLINE") ? online(event, page) : place(event, page));
        data.put(
                "organizer",
                Map.of(
                        "@type", "Organization",
                        "name", page.show(event.hostName()).text(),
                        "url", page.absolute("/organizations/" + event.hostOrganizationId())));
        if (event.languages() != null) {
            data.put("inLanguage", event.languages());
        }
        data.put("maximumAttendeeCapacity", event.capacity());
        return data;
    }

    private static Map<String, Object> online(Event event, PageView page) {
        return Map.of("@type", "VirtualLocation", "url", page.absolute("/events/" + event.id()));
    }

    private static Map<String, Object> place(Event event, PageView page) {
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        if (event.address() != null) {
            address.put("streetAddress", page.show(event.address()).text());
        }
        if (event.region() != null) {
            address.put("addressRegion", event.region());
        }
        address.put("addressCountry", "MA");
        var place = new LinkedHashMap<String, Object>();
        place.put("@type", "Place");
        if (event.venue() != null) {
            place.put("name", page.show(event.venue()).text());
        }
        place.put("address", address);
        if (event.latitude() != null && event.longitude() != null) {
            place.put(
                    "geo",
                    Map.of("@type", "GeoCoordinates", "latitude", event.latitude(), "longitude", event.longitude()));
        }
        return place;
    }

    /** By the clock of the event, with its offset. */
    private static String at(Instant instant, String zone) {
        try {
            return OffsetDateTime.ofInstant(instant, ZoneId.of(zone)).toString();
        } catch (DateTimeException unknownZone) {
            return instant.toString();
        }
    }
}
