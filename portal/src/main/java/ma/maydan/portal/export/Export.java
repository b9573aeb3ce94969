package ma.maydan.portal.export;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.list.Lists.Pages;
import ma.maydan.starter.text.LocalizedText;

/**
 * A list as a file.
 *
 * @param name of the file where its title cannot be told: ASCII
 * @param title in the visitor's language
 * @param words what the keys of the names of its columns begin with
 * @param heads the names of those columns whose names somebody else wrote, by the names in the declaration
 */
public record Export(
        String name,
        String title,
        String words,
        List<Column> columns,
        Map<String, LocalizedText> heads,
        Pages<? extends Item> pages) {

    public Export(String name, String title, String words, List<Column> columns, Pages<? extends Item> pages) {
        this(name, title, words, columns, Map.of(), pages);
    }

    /** With the columns that the table of a kind has, or those of them that the list shows. */
    public static Export of(Kind<?> kind, String title, Pages<? extends Item> pages) {
        return new Export(kind.address(), title, kind.name(), kind.table().columns(pages.filters()::shows), pages);
    }
}
