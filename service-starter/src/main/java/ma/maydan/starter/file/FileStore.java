package ma.maydan.starter.file;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import ma.maydan.starter.schedule.WorkStore;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.http.MediaType;

/**
 * A bucket of GridFS: of each file its sizes, under the file's random id. Nothing that a caller has named is kept,
 * neither a name nor a type.
 */
final class FileStore {

    /** Of pictures, and of {@link Papers}, which are in one size. */
    static final String PICTURES = "files";

    static final String PAPERS = "papers";
    private static final String TYPE = "type";

    private final MongoDatabase database;
    private final String name;
    private final GridFSBucket bucket;
    private final WorkStore work;
    private final Clock clock;

    FileStore(MongoDatabase database, String name, WorkStore work, Clock clock) {
        this.database = database;
        this.name = name;
        this.bucket = GridFSBuckets.create(database, name);
        this.work = work;
        this.clock = clock;
    }

    /** A file is on its way: unless somebody has it in a while, it is deleted. */
    void expect(String id) {
        work.put(Files.look(id, clock.instant()), 1);
    }

    void put(String id, PictureSize size, MediaType type, byte[] content) {
        put(id, size, type, new ByteArrayInputStream(content));
    }

    void put(String id, PictureSize size, MediaType type, InputStream content) {
        bucket.uploadFromStream(
                key(id, size),
                size.code(),
                content,
                new GridFSUploadOptions().metadata(new Document(TYPE, type.toString())));
    }

    /** Empty when there is none. */
    Optional<Stored> find(String id, PictureSize size) {
        return Optional.ofNullable(bucket.find(eq("_id", key(id, size))).first())
                .map(file -> new Stored(
                        file.getId(),
                        file.getLength(),
                        MediaType.parseMediaType(String.valueOf(
                                file.getMetadata() == null
                                        ? ""
                                        : file.getMetadata().get(TYPE)))));
    }

    /** Deletes all of it, also what was begun and not ended. */
    void delete(String id) {
        var keys =
                Arrays.stream(PictureSize.values()).map(size -> key(id, size)).toList();
        database.getCollection(name + ".files").deleteMany(in("_id", keys));
        database.getCollection(name + ".chunks").deleteMany(in("files_id", keys));
    }

    private static BsonString key(String id, PictureSize size) {
        return new BsonString(id + "/" + size.code());
    }

    /** A file in one size, read as it is sent. */
    final class Stored extends AbstractResource {

        private final BsonValue id;
        private final long length;
        private final MediaType type;

        private Stored(BsonValue id, long length, MediaType type) {
            this.id = id;
            this.length = length;
            this.type = type;
        }

        MediaType type() {
            return type;
        }

        @Override
        public InputStream getInputStream() {
            return bucket.openDownloadStream(id);
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public String getDescription() {
            return "file " + id;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stored stored && stored.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
