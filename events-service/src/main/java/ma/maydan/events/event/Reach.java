package ma.maydan.events.event;

import java.util.List;
import java.util.TreeSet;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;

/**
 * Whom an event is for.
 *
 * @param languages that are spoken there, at least one
 * @param sectors none where it is for all
 * @param audienceOrganizations those whose members it is for, {@value #MOST} at most; empty for every other audience
 * @param guests whether people without an account may come, where it is for anyone
 */
public record Reach(
        List<Language> languages,
        List<Sector> sectors,
        Audience audience,
        List<String> audienceOrganizations,
        Guests guests) {

    static final int MOST = 50;

    /** In Arabic and French, for anyone. */
    public static final Reach EVERYBODY =
            new Reach(List.of(Language.ARABIC, Language.FRENCH), List.of(), Audience.ANYONE, List.of(), Guests.NONE);

    /** Who is meant. */
    public enum Audience {
        ANYONE,
        /** The members of startups that are verified. */
        STARTUPS,
        /** The members of any organization that is verified. */
        MEMBERS,
        /** The members of those that the host names. */
        ORGANIZATIONS
    }

    /** Whether people without an account register. */
    public enum Guests {
        NONE,
        /** By a name and an address of mail that they confirm. */
        BY_EMAIL
    }

    public Reach {
        guests = guests == null ? Guests.NONE : guests;
        languages = List.copyOf(new TreeSet<>(languages));
        sectors = List.copyOf(new TreeSet<>(sectors));
        audienceOrganizations = audience == Audience.ORGANIZATIONS
                ? audienceOrganizations.stream().distinct().toList()
                : List.of();
    }

    public boolean takesGuests() {
        return guests == Guests.BY_EMAIL && audience == Audience.ANYONE;
    }

    /** Whether members of a verified organization are meant. */
    public boolean includes(OrganizationReplica organization) {
        return switch (audience) {
            case ANYONE, MEMBERS -> true;
            case STARTUPS -> organization.isStartup();
            case ORGANIZATIONS -> audienceOrganizations.contains(organization.id());
        };
    }
}
