package ma.maydan.portal.speakers;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Picture;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A speaker as events-service shows it to the visitor. */
public record Speaker(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        boolean organizationPartner,
        LocalizedText name,
        LocalizedText biography,
        List<Link> links,
        @Nullable String photo,
        String status,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    /** @param address an http or https address */
    public record Link(String label, String address) {}

    /** Null when there is no photo. */
    public Picture.@Nullable Shown picture() {
        return Picture.Shown.of(photo);
    }

    @Override
    public LocalizedText title() {
        return name;
    }
}
