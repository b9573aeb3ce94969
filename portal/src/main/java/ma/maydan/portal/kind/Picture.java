package ma.maydan.portal.kind;

import java.util.function.Function;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What things of a kind look like.
 *
 * @param name as in addresses and in {@code allowedTransitions}: {@code logo}
 * @param form what is sent for a new one: the file, and what can be seen where nothing else says that
 * @param of what one thing looks like; null when it has no picture
 */
public record Picture<T>(String name, Fields form, Function<T, @Nullable Shown> of) {

    /**
     * The picture of one thing.
     *
     * @param file its id
     * @param alt what can be seen, null where its name says that
     */
    public record Shown(String file, @Nullable LocalizedText alt) {

        /** One that needs no words of its own; null when there is no file. */
        public static @Nullable Shown of(@Nullable String file) {
            return file == null ? null : new Shown(file, null);
        }
    }

    /** One that is the logo or the photo of what is named beside it. */
    public static <T> Picture<T> named(String name, Function<T, @Nullable String> file) {
        return new Picture<>(name, file(), item -> Shown.of(file.apply(item)));
    }

    /** One that people describe who give it. */
    public static <T> Picture<T> described(String name, Function<T, @Nullable Shown> of) {
        return new Picture<>(
                name, file().row(FieldType.LOCALIZED.of("alt").required().hinted()), of);
    }

    private static Fields file() {
        return Fields.of("picture").row(FieldType.PICTURE.of("file").required().hinted());
    }

    /** Whether what can be seen is said in words of its own. */
    public boolean isDescribed() {
        return form.all().size() > 1;
    }
}
