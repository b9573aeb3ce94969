package ma.maydan.portal.speakers;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.kind.Item;
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
        String status,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    /** @param address an http or https address */
    public record Link(String label, String address) {}

    @Override
    public LocalizedText title() {
        return name;
    }
}
