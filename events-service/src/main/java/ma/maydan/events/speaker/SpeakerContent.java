package ma.maydan.events.speaker;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;

/**
 * What an organization says of a speaker.
 *
 * @param links at most 10, in the order given
 */
public record SpeakerContent(LocalizedText name, LocalizedText biography, List<Link> links) {

    public SpeakerContent {
        links = List.copyOf(links);
    }

    /** @param address an http or https address */
    public record Link(String label, String address) {}
}
