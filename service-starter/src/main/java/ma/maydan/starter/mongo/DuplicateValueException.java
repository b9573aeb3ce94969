package ma.maydan.starter.mongo;

import com.mongodb.MongoException;

/** A unique index refused a value that another document has. */
public final class DuplicateValueException extends RuntimeException {
    public DuplicateValueException(MongoException cause) {
        super(cause);
    }
}
