package ma.maydan.portal.organizations;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;

/** The organizations that a person acts for. */
@Component
public class MyOrganizations {

    private final Api api;

    MyOrganizations(Api api) {
        this.api = api;
    }

    /** Those for which the person may do something, for the choice in a form. */
    public List<Organization> thatMay(Visitor visitor, Predicate<Organization> right) {
        return api.list(visitor, Organization.class, Map.of("limit", "100"), "me", "organizations").items().stream()
                .filter(right)
                .toList();
    }
}
