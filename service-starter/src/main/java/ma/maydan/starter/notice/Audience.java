package ma.maydan.starter.notice;

import ma.maydan.starter.paging.Page;
import org.jspecify.annotations.Nullable;

/** Those of a service who are told together; asked when they are told. */
public interface Audience {

    String name();

    /**
     * Some of their ids, in an order that stays while others come.
     *
     * @param of the id of what they belong to
     * @param cursor of the page before, null for the first
     */
    Page<String> people(String of, @Nullable String cursor);
}
