package ma.maydan.incubators.organization;

import java.time.LocalDate;
import java.util.List;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is and does.
 *
 * @param kinds at least one, each once
 * @param sectors each once
 * @param stage of a startup alone
 * @param entityStatus by its own word; the register's word stands beside it and says something else
 */
public record Activity(
        List<OrganizationKind> kinds,
        List<Sector> sectors,
        @Nullable StartupStage stage,
        @Nullable LocalDate foundedOn,
        EntityStatus entityStatus) {

    /** Whether an organization is at work, as it says itself. */
    public enum EntityStatus {
        ACTIVE,
        INACTIVE
    }

    public Activity {
        kinds = kinds.stream().distinct().toList();
        sectors = sectors.stream().distinct().toList();
    }

    boolean is(OrganizationKind kind) {
        return kinds.contains(kind);
    }
}
