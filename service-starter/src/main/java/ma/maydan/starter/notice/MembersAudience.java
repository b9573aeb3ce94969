package ma.maydan.starter.notice;

import java.util.List;
import java.util.function.Function;
import ma.maydan.starter.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * The members of an organization, all on one page.
 *
 * @param members their ids, by the organization's; none of one that is not known
 */
public record MembersAudience(Function<String, List<String>> members) implements Audience {

    @Override
    public String name() {
        return Told.MEMBERS;
    }

    @Override
    public Page<String> people(String of, @Nullable String cursor) {
        return new Page<>(members.apply(of), null);
    }
}
