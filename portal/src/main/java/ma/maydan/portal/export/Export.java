package ma.maydan.portal.export;

import java.util.List;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.list.Lists.Pages;

/**
 * A list as a file.
 *
 * @param name of the file where its title cannot be told: ASCII
 * @param title in the visitor's language
 * @param words what the keys of the names of its columns begin with
 */
public record Export(String name, String title, String words, List<Column> columns, Pages<? extends Item> pages) {

    /** With the columns that the table of a kind has, or those of them that the list shows. */
    public static Export of(Kind<?> kind, String title, Pages<? extends Item> pages) {
        return new Export(kind.address(), title, kind.name(), kind.table().columns(pages.filters()::shows), pages);
    }
}
