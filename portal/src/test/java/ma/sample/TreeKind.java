package ma.sample;

import static ma.maydan.portal.form.FieldType.ADDRESS;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.TEXT;

import java.util.List;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.page.StatusLook;
import ma.maydan.starter.text.LocalizedText;
import org.springframework.context.annotation.Bean;

public class TreeKind {

    public record Link(String label, String address) {}

    public record Tree(
            String id,
            long version,
            LocalizedText title,
            List<Link> links,
            String status,
            List<String> allowedTransitions)
            implements Item {}

    @Bean
    public static Kind<Tree> tree() {
        return new Kind<>("tree", Tree.class, "events")
                .form(form -> form.row(LOCALIZED.of("title").required())
                        .row(Field.group("links", 3, TEXT.of("label").required(), ADDRESS.of("address"))))
                .steps(steps -> steps.grave("fell", 1).direct("water").confirmed("plant", 1))
                .menu(90)
                .catalog(18)
                .on(Overview.HOME, new Shelf(90, "trees", 3))
                .on(Overview.MINE, new Shelf(90, "me/trees", 5))
                .on(Overview.QUEUE, new Shelf(90, "tree-reviews", 10))
                .table(table -> table.columns(
                                Column.Type.TITLE.of("title").sorted(),
                                Column.Type.STATUS.of("status", "tree.status"),
                                Column.own(
                                        "links",
                                        Tree.class,
                                        tree -> tree.links().size()))
                        .usually("title")
                        .filters(new Filter("status", "tree.status", "tree.status"))
                        .together("water", "plant"))
                .on(Overview.ORGANIZATION, new Shelf(90, "trees", 20))
                .codes("tree.status", "GROWING", "FELLED")
                .look("GROWING", StatusLook.GOOD)
                .look("FELLED", StatusLook.STOPPED);
    }
}
