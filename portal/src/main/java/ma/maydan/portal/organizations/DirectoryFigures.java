package ma.maydan.portal.organizations;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many organizations there are, for pages that stand without it. */
@Component
public class DirectoryFigures {

    private final Api api;

    DirectoryFigures(Api api) {
        this.api = api;
    }

    /**
     * @param asked what the directory is narrowed by
     * @return null when the register does not say
     */
    public @Nullable Figures load(Visitor visitor, Map<String, String> asked) {
        try {
            return api.get(visitor, Figures.class, asked, "organization-figures");
        } catch (ProblemException | UnavailableException notNow) {
            return null;
        }
    }
}
