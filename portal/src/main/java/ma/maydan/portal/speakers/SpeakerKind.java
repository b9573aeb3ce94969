package ma.maydan.portal.speakers;

import static ma.maydan.portal.form.FieldType.ADDRESS;
import static ma.maydan.portal.form.FieldType.LOCALIZED;
import static ma.maydan.portal.form.FieldType.LONG;
import static ma.maydan.portal.form.FieldType.OWNER;
import static ma.maydan.portal.form.FieldType.TEXT;
import static ma.maydan.portal.kind.Overview.MINE;
import static ma.maydan.portal.kind.Overview.ORGANIZATION;

import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Picture;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.page.StatusLook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpeakerKind {

    @Bean
    static Kind<Speaker> speaker() {
        return new Kind<>("speaker", Speaker.class, "events")
                .form(SpeakerKind::form)
                .steps(steps -> steps.direct("publish").grave("hide", 1).delete())
                .picture(Picture.named("photo", Speaker::photo))
                .menu(50)
                .catalog(18)
                .searched()
                .on(MINE, new Shelf(60, "me/speakers", 5))
                .table(table -> table.columns(
                        Column.Type.TITLE.of("name"),
                        Column.Type.NAME.of("organizationName"),
                        Column.Type.STATUS.of("status", "speaker.status")))
                .on(ORGANIZATION, new Shelf(40, "speakers", 20))
                .codes("speaker.status", "DRAFT", "PUBLISHED", "SUSPENDED", "HIDDEN")
                .look("HIDDEN", StatusLook.STOPPED);
    }

    private static Fields form(Fields form) {
        return form.row(OWNER.of("organizationId").where(owner -> owner.isVerified() && owner.mayEdit()))
                .row(LOCALIZED.of("name").required().hinted())
                .row(LONG.of("biography").required().hinted())
                .row(Field.group(
                        "links",
                        10,
                        TEXT.of("label").required(),
                        ADDRESS.of("address").required()));
    }
}
