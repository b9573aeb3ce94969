package ma.maydan.events.speaker;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What an organization says of a speaker.
 *
 * @param links at most 10, in the order given
 * @param photo see {@link ma.maydan.starter.file.Pictures}
 */
public record SpeakerContent(
        LocalizedText name,
        LocalizedText biography,
        List<Link> links,
        @Nullable String photo) {

    public SpeakerContent {
        links = List.copyOf(links);
    }

    /** The same with another photo, or none. */
    SpeakerContent with(@Nullable String other) {
        return new SpeakerContent(name, biography, links, other);
    }

    /** @param address an http or https address */
    public record Link(String label, String address) {}
}
