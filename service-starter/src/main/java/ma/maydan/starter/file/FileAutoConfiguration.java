package ma.maydan.starter.file;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.util.List;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.schedule.ScheduleAutoConfiguration;
import ma.maydan.starter.schedule.WorkStore;
import ma.maydan.starter.web.BodyLimitFilter;
import org.apache.tika.mime.MimeTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files, in the services that have what they are read with. */
@AutoConfiguration(after = ScheduleAutoConfiguration.class)
@ConditionalOnClass({MongoDatabase.class, MimeTypes.class})
@ConditionalOnBean(WorkStore.class)
class FileAutoConfiguration {

    /** A picture may show somebody, such as a speaker; no account leads there. */
    @Bean
    PersonalData picturesOfOrganizations() {
        return PersonalDocuments.ofOthers(Declared.of(
                "picture", FileStore.PICTURES + ".files", Kept.days(2, Kept.Since.PRESENTED), SeenBy.EVERYBODY));
    }

    @Bean
    Impersonal partsOfPictures() {
        return Impersonal.of(FileStore.PICTURES + ".chunks");
    }

    @Bean
    FileStore pictureStore(MongoDatabase database, WorkStore work, Clock clock) {
        return new FileStore(database, FileStore.PICTURES, work, clock);
    }

    @Bean
    FileStore paperStore(MongoDatabase database, WorkStore work, Clock clock) {
        return new FileStore(database, FileStore.PAPERS, work, clock);
    }

    @Bean
    Pictures pictures(FileStore pictureStore) {
        return new Pictures(pictureStore);
    }

    /** Who takes papers declares the collections {@code papers.files} and {@code papers.chunks}. */
    @Bean
    Papers papers(FileStore paperStore) {
        return new Papers(paperStore);
    }

    /** On the way in a file is on the disk, not in memory, and is read once it is known who may send it. */
    @Bean
    MultipartConfigElement multipart() {
        return new MultipartConfigElement("", BodyLimitFilter.FILE, BodyLimitFilter.WITH_FILES, 0);
    }

    @Bean
    MultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }

    @Bean
    FileLook fileLook(List<FileStore> files, ObjectProvider<FileHolder> holders) {
        return new FileLook(files, holders.orderedStream().toList());
    }
}
