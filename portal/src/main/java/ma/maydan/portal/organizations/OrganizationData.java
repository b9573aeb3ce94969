package ma.maydan.portal.organizations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.page.PageView;

/** An organization as schema.org describes it. */
public final class OrganizationData {

    private OrganizationData() {}

    public static Map<String, Object> of(Organization organization, PageView page) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Organization");
        data.put("name", page.show(organization.legalName()).text());
        if (organization.description() != null) {
            data.put("description", page.show(organization.description()).text());
        }
        data.put("url", page.absolute("/organizations/" + organization.id()));
        var elsewhere = Stream.concat(
                        Stream.ofNullable(organization.website()),
                        organization.links().stream().map(Organization.Link::address))
                .toList();
        if (!elsewhere.isEmpty()) {
            data.put("sameAs", elsewhere);
        }
        if (organization.foundedOn() != null) {
            data.put("foundingDate", organization.foundedOn().toString());
        }
        if (organization.phone() != null) {
            data.put("telephone", organization.phone());
        }
        if (organization.ice() != null) {
            data.put("identifier", Map.of("@type", "PropertyValue", "propertyID", "ICE", "value", organization.ice()));
        }
        data.put(
                "address",
                Map.of(
                        "@type", "PostalAddress",
                        "addressRegion", organization.region(),
                        "addressCountry", "MA"));
        return data;
    }
}
